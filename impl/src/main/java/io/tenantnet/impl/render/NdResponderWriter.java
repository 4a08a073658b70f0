/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.ResolvedRouter;
import io.tenantnet.impl.resolve.RouterInterface;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes {@link Table#ND_RESPONDER}: solicitations for the address of a known port or router are answered on the sender's
 * host (RFC 4861 section 7.2.4); all other packets go on as they are.
 *
 * <p>An answer is made in two steps. Open vSwitch lets no flow that matches a solicitation write what only an
 * advertisement has; so the flow of the address makes an advertisement of the packet and sends it through this table once
 * more, where one flow for all addresses does the rest. In between, register 0 holds the advertisement's flags, register 2
 * the type of its option, which no other packet in this table has, and the sender is the MAC address that is told.
 */
final class NdResponderWriter implements TableWriter {
    private static final int HALF_ANSWERED = 300;
    private static final int IS_ROUTERS_FREE = 250;
    private static final int IS_IT_FREE = 200;
    private static final int KNOWN = 100;
    private static final int OTHER = 0;

    /** RFC 4861 section 4.4: the flags as the upper bits of what the fields match and set. */
    private static final long ROUTER = 0x8000_0000L;
    private static final long SOLICITED = 0x4000_0000L;
    private static final long OVERRIDE = 0x2000_0000L;
    /** RFC 4861 section 4.6.1. */
    private static final int TARGET_LINK_LAYER_ADDRESS = 2;
    private static final IpAddress UNSPECIFIED = new IpAddress(6, 0, 0);

    @Override
    public List<Flow> ofSwitch(final Site here) {
        final var origin = new Scope.OfSwitch();
        return List.of(
            new Flow(Table.ND_RESPONDER, HALF_ANSWERED,
                message(Match.ANY, Packets.NEIGHBOUR_ADVERTISEMENT).with(Field.REG2, TARGET_LINK_LAYER_ADDRESS),
                Instructions.applyAndGo(Table.ANSWER,
                    new Action.Move(Field.ND_TARGET, Field.IPV6_SRC),
                    new Action.Move(Field.ETH_SRC, Field.ND_TLL),
                    new Action.Move(Field.REG2, Field.ND_OPTIONS_TYPE),
                    new Action.Move(Field.REG0, Field.ND_RESERVED)), origin),
            // Whoever has the address answers for himself, and nobody where it is free (RFC 4862 section 5.4).
            new Flow(Table.ND_RESPONDER, IS_IT_FREE, fromNobody(solicitation(Match.ANY)),
                Instructions.goTo(Table.DHCP), origin),
            new Flow(Table.ND_RESPONDER, OTHER, Match.ANY, Instructions.goTo(Table.DHCP), origin));
    }

    @Override
    public List<Flow> ofPort(final Site here, final BoundPort port) {
        return addresses(port.port().fixedIps().stream().map(FixedIp::address).toList(), port.port().mac())
            .map(ip -> new Flow(Table.ND_RESPONDER, KNOWN,
                solicitation(MetadataBits.ofNetworkFromPort(port.segment())).with(Field.ND_TARGET, ip),
                answer(port.port().mac(), SOLICITED | OVERRIDE), new Scope.OfPort(port.port().id())))
            .toList();
    }

    @Override
    public List<Flow> ofRouter(final Site here, final ResolvedRouter router, final RouterInterface entry) {
        final var origin = new Scope.OfRouter(router.id());
        final var flows = new ArrayList<Flow>();
        addresses(entry.addresses(), entry.mac()).forEach(ip -> {
            final var asked = solicitation(MetadataBits.ofNetworkFromPort(entry.segment())).with(Field.ND_TARGET, ip);
            flows.add(new Flow(Table.ND_RESPONDER, KNOWN, asked, answer(entry.mac(), ROUTER | SOLICITED | OVERRIDE),
                origin));
            // No machine is there that could say for itself that the address is taken.
            flows.add(new Flow(Table.ND_RESPONDER, IS_ROUTERS_FREE, fromNobody(asked), taken(entry.mac()), origin));
        });
        return flows;
    }

    /** Those of IPv6, and where there is one also the link-local address that goes with the MAC address. */
    private static Stream<IpAddress> addresses(final Collection<IpAddress> all, final MacAddress mac) {
        final var ipv6 = all.stream().filter(ip -> ip.version() == 6).toList();
        return ipv6.isEmpty() ? Stream.empty() : Stream.concat(ipv6.stream(), Stream.of(mac.linkLocal())).distinct();
    }

    private static Match solicitation(final Match match) {
        return message(match, Packets.NEIGHBOUR_SOLICITATION);
    }

    private static Match message(final Match match, final int type) {
        return Packets.icmpv6(Packets.ofType(match, Packets.IPV6), type);
    }

    private static Match fromNobody(final Match match) {
        return match.with(Field.IPV6_SRC, UNSPECIFIED);
    }

    private static Instructions answer(final MacAddress mac, final long flags) {
        final var actions = new ArrayList<Action>();
        actions.add(new Action.Move(Field.ETH_SRC, Field.ETH_DST));
        actions.add(new Action.Move(Field.IPV6_SRC, Field.IPV6_DST));
        actions.addAll(advertise(mac, flags));
        return Instructions.apply(actions);
    }

    /**
     * Goes to the group that the question went to: whoever asks is in it (RFC 4862 section 5.4.2), and a sender who has no
     * address yet can be told in no other way. Such an answer is not solicited (RFC 4861 section 7.2.4).
     */
    private static Instructions taken(final MacAddress mac) {
        return Instructions.apply(advertise(mac, ROUTER | OVERRIDE));
    }

    private static List<Action> advertise(final MacAddress mac, final long flags) {
        return List.of(
            new Action.SetField(Field.ETH_SRC, mac),
            new Action.SetField(Field.ICMPV6_TYPE, Packets.NEIGHBOUR_ADVERTISEMENT),
            new Action.SetField(Field.REG0, flags),
            new Action.SetField(Field.REG2, TARGET_LINK_LAYER_ADDRESS),
            new Action.Resubmit(Table.ND_RESPONDER));
    }
}
