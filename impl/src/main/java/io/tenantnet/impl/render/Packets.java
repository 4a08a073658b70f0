/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import java.util.List;

/** Kinds of packets, by the numbers that IANA gave them. */
final class Packets {
    static final int IPV4 = 0x0800;
    static final int ARP = 0x0806;
    static final int IPV6 = 0x86dd;
    static final int ICMP = 1;
    static final int UDP = 17;
    static final int ICMPV6 = 58;
    /** RFC 826, ar$op. */
    static final int ARP_REQUEST = 1;
    /** RFC 826, ar$op. */
    static final int ARP_REPLY = 2;
    /** RFC 2131 §4.1. */
    static final int DHCP_CLIENT = 68;
    /** RFC 2131 §4.1. */
    static final int DHCP_SERVER = 67;
    /** RFC 8415 section 7.2. */
    static final int DHCPV6_CLIENT = 546;
    /** RFC 8415 section 7.2. */
    static final int DHCPV6_SERVER = 547;
    /** RFC 4443 section 4.1. */
    static final int ECHO_REQUEST_6 = 128;
    /** RFC 4443 section 4.2. */
    static final int ECHO_REPLY_6 = 129;
    /** RFC 4861 section 4.1. */
    static final int ROUTER_SOLICITATION = 133;
    /** RFC 4861 section 4.2. */
    static final int ROUTER_ADVERTISEMENT = 134;
    /** RFC 4861 section 4.3. */
    static final int NEIGHBOUR_SOLICITATION = 135;
    /** RFC 4861 section 4.4. */
    static final int NEIGHBOUR_ADVERTISEMENT = 136;
    /** RFC 4861 section 4.5. */
    static final int REDIRECT = 137;

    private Packets() {
    }

    /** Packets of either version to an address. */
    static Match to(final Match match, final IpAddress address) {
        return to(match, new Cidr(address, address.bits()));
    }

    /** Packets to addresses of a block. */
    static Match to(final Match match, final Cidr block) {
        return block.address().version() == 4 ? ofType(match, IPV4).with(Field.IPV4_DST, block)
            : ofType(match, IPV6).with(Field.IPV6_DST, block);
    }

    /** Packets of TCP (6) or UDP (17) to a port. */
    static Match toPort(final Match ipv4, final int protocol, final int port) {
        return ipv4.with(Field.IP_PROTO, protocol).with(protocol == UDP ? Field.UDP_DST : Field.TCP_DST, port);
    }

    /** Packets of TCP (6) or UDP (17) from a port. */
    static Match fromPort(final Match ipv4, final int protocol, final int port) {
        return ipv4.with(Field.IP_PROTO, protocol).with(protocol == UDP ? Field.UDP_SRC : Field.TCP_SRC, port);
    }

    /** Packets from an address. */
    static Match from(final Match match, final IpAddress address) {
        return address.version() == 4 ? ofType(match, IPV4).with(Field.IPV4_SRC, address)
            : ofType(match, IPV6).with(Field.IPV6_SRC, address);
    }

    /** All packets of IPv4, and all of IPv6: what Open vSwitch lets be handed to connection tracking. */
    static List<Match> ip() {
        return List.of(ofType(Match.ANY, IPV4), ofType(Match.ANY, IPV6));
    }

    static Match udp(final Match ip, final int from, final int to) {
        return ip.with(Field.IP_PROTO, UDP).with(Field.UDP_SRC, from).with(Field.UDP_DST, to);
    }

    static Match icmpv6(final Match ipv6, final int type) {
        return ipv6.with(Field.IP_PROTO, ICMPV6).with(Field.ICMPV6_TYPE, type);
    }

    static Match ofType(final Match match, final int etherType) {
        return match.with(Field.ETH_TYPE, etherType);
    }
}
