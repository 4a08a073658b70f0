/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.List;
import java.util.stream.Stream;

/** Answers to ICMP echo requests (RFC 792, RFC 4443), made of the request. */
final class PingAnswer {
    private static final int ECHO_REQUEST = 8;
    private static final int ECHO_REPLY = 0;

    private PingAnswer() {
    }

    /** Echo requests to an address. */
    static Match request(final Match match, final IpAddress target) {
        final var to = Packets.to(match, target);
        return target.version() == 4 ? to.with(Field.IP_PROTO, Packets.ICMP).with(Field.ICMP_TYPE, ECHO_REQUEST)
            : to.with(Field.IP_PROTO, Packets.ICMPV6).with(Field.ICMPV6_TYPE, Packets.ECHO_REQUEST_6);
    }

    /** Turns a request into the answer of an address with a MAC address; it is still to be sent back. */
    static List<Action> actions(final IpAddress own, final MacAddress mac) {
        return Stream.concat(Stream.of(new Action.Move(Field.ETH_SRC, Field.ETH_DST),
            new Action.SetField(Field.ETH_SRC, mac)), actions(own).stream()).toList();
    }

    /** Turns a request into the answer of an address; the MAC addresses stay. */
    static List<Action> actions(final IpAddress own) {
        final boolean ipv4 = own.version() == 4;
        final var source = ipv4 ? Field.IPV4_SRC : Field.IPV6_SRC;
        return List.of(
            new Action.Move(source, ipv4 ? Field.IPV4_DST : Field.IPV6_DST),
            new Action.SetField(source, own),
            ipv4 ? new Action.SetField(Field.ICMP_TYPE, ECHO_REPLY)
                : new Action.SetField(Field.ICMPV6_TYPE, Packets.ECHO_REPLY_6));
    }
}
