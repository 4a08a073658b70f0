/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Answers to neighbour solicitations (RFC 4861), half made of the solicitation: {@link Table#ND_RESPONDER} does the rest, for
 * Open vSwitch lets no flow that matches a solicitation write what only an advertisement has.
 */
final class NeighbourAnswer {
    /** RFC 4861 section 4.4: the flags as the upper bits of what the fields match and set. */
    static final long ROUTER = 0x8000_0000L;
    static final long SOLICITED = 0x4000_0000L;
    static final long OVERRIDE = 0x2000_0000L;
    /** RFC 4861 section 4.6.1. */
    static final int TARGET_LINK_LAYER_ADDRESS = 2;
    private static final IpAddress UNSPECIFIED = new IpAddress(6, 0, 0);

    private NeighbourAnswer() {
    }

    /** Those of IPv6, and where there is one also the link-local address that goes with the MAC address. */
    static Stream<IpAddress> addresses(final Collection<IpAddress> all, final MacAddress mac) {
        final var ipv6 = all.stream().filter(ip -> ip.version() == 6).toList();
        return ipv6.isEmpty() ? Stream.empty() : Stream.concat(ipv6.stream(), Stream.of(mac.linkLocal())).distinct();
    }

    /** Solicitations for an address. */
    static Match request(final Match match, final IpAddress target) {
        return request(match).with(Field.ND_TARGET, target);
    }

    /** Solicitations. */
    static Match request(final Match match) {
        return Packets.icmpv6(Packets.ofType(match, Packets.IPV6), Packets.NEIGHBOUR_SOLICITATION);
    }

    /** Those of somebody who has no address yet and asks whether it is free (RFC 4862 section 5.4). */
    static Match fromNobody(final Match request) {
        return request.with(Field.IPV6_SRC, UNSPECIFIED);
    }

    /** Turns a solicitation into half an answer for the asker. */
    static List<Action> toAsker(final MacAddress mac, final long flags) {
        return Stream.concat(Stream.of(new Action.Move(Field.ETH_SRC, Field.ETH_DST),
            new Action.Move(Field.IPV6_SRC, Field.IPV6_DST)), advertise(mac, flags)).toList();
    }

    /**
     * Turns a solicitation into half a router's answer that goes to the group that the question went to: whoever asks is in it
     * (RFC 4862 section 5.4.2), and a sender who has no address yet can be told in no other way. Such an answer is not
     * solicited (RFC 4861 section 7.2.4).
     */
    static List<Action> taken(final MacAddress mac) {
        return advertise(mac, ROUTER | OVERRIDE).toList();
    }

    private static Stream<Action> advertise(final MacAddress mac, final long flags) {
        return Stream.of(
            new Action.SetField(Field.ETH_SRC, mac),
            new Action.SetField(Field.ICMPV6_TYPE, Packets.NEIGHBOUR_ADVERTISEMENT),
            new Action.SetField(Field.REG0, flags),
            new Action.SetField(Field.REG2, TARGET_LINK_LAYER_ADDRESS),
            new Action.Resubmit(Table.ND_RESPONDER));
    }
}
