/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Match;
import java.util.stream.Stream;

/** What only those may say who give a network's machines their addresses and routes. */
final class Servers {
    private Servers() {
    }

    static Stream<Match> all(final Match match) {
        return Stream.concat(ipv4(match), ipv6(match));
    }

    /** Answers of DHCP servers. */
    static Stream<Match> ipv4(final Match match) {
        return Stream.of(Packets.udp(Packets.ofType(match, Packets.IPV4), Packets.DHCP_SERVER, Packets.DHCP_CLIENT));
    }

    /** Answers of DHCPv6 servers, router advertisements and redirects. */
    static Stream<Match> ipv6(final Match match) {
        final var ipv6 = Packets.ofType(match, Packets.IPV6);
        return Stream.of(Packets.udp(ipv6, Packets.DHCPV6_SERVER, Packets.DHCPV6_CLIENT),
            Packets.icmpv6(ipv6, Packets.ROUTER_ADVERTISEMENT), Packets.icmpv6(ipv6, Packets.REDIRECT));
    }
}
