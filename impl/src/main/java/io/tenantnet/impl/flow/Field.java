/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.flow;

import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;

/** The packet and pipeline fields that TenantNet's flows match or set, under the names of ovs-fields(7). */
public enum Field {
    IN_PORT("in_port", 32, Style.DECIMAL),
    METADATA("metadata", 64, Style.HEX),
    TUN_ID("tun_id", 64, Style.DECIMAL),
    TUN_DST("tun_dst", 32, Style.IPV4),
    REG0("reg0", 32, Style.HEX),
    REG1("reg1", 32, Style.HEX),
    REG2("reg2", 32, Style.HEX),
    REG3("reg3", 32, Style.HEX),
    REG4("reg4", 32, Style.HEX),
    REG5("reg5", 32, Style.HEX),
    REG6("reg6", 32, Style.HEX),
    REG7("reg7", 32, Style.HEX),
    CT_STATE("ct_state", 32, Style.HEX),
    CT_MARK("ct_mark", 32, Style.HEX),
    ETH_DST("eth_dst", 48, Style.MAC),
    ETH_SRC("eth_src", 48, Style.MAC),
    ETH_TYPE("eth_type", 16, Style.HEX),
    VLAN_VID("vlan_vid", 13, Style.HEX),
    IP_PROTO("ip_proto", 8, Style.DECIMAL),
    IP_DSCP("ip_dscp", 6, Style.DECIMAL),
    IPV4_SRC("ip_src", 32, Style.IPV4),
    IPV4_DST("ip_dst", 32, Style.IPV4),
    IPV6_SRC("ipv6_src", 128, Style.IPV6),
    IPV6_DST("ipv6_dst", 128, Style.IPV6),
    TCP_SRC("tcp_src", 16, Style.DECIMAL),
    TCP_DST("tcp_dst", 16, Style.DECIMAL),
    UDP_SRC("udp_src", 16, Style.DECIMAL),
    UDP_DST("udp_dst", 16, Style.DECIMAL),
    SCTP_DST("sctp_dst", 16, Style.DECIMAL),
    ICMP_TYPE("icmp_type", 8, Style.DECIMAL),
    ICMP_CODE("icmp_code", 8, Style.DECIMAL),
    ICMPV6_TYPE("icmpv6_type", 8, Style.DECIMAL),
    ICMPV6_CODE("icmpv6_code", 8, Style.DECIMAL),
    ND_TARGET("nd_target", 128, Style.IPV6),
    ND_TLL("nd_tll", 48, Style.MAC),
    ND_OPTIONS_TYPE("nd_options_type", 8, Style.DECIMAL),
    ND_RESERVED("nd_reserved", 32, Style.HEX),
    ARP_OP("arp_op", 16, Style.DECIMAL),
    ARP_SPA("arp_spa", 32, Style.IPV4),
    ARP_TPA("arp_tpa", 32, Style.IPV4),
    ARP_SHA("arp_sha", 48, Style.MAC),
    ARP_THA("arp_tha", 48, Style.MAC);

    private final String text;
    private final int bits;
    private final Style style;

    Field(final String text, final int bits, final Style style) {
        this.text = text;
        this.bits = bits;
        this.style = style;
    }

    /** How many bits the field has. */
    public int bits() {
        return bits;
    }

    /** Whether the field is one of the registers, which are no part of a packet. */
    public boolean isRegister() {
        return text.startsWith("reg");
    }

    /** The upper 64 bits of a mask of all the field's bits. */
    public long onesHigh() {
        return bits == 128 ? -1L : 0;
    }

    /** The lower 64 bits of a mask of all the field's bits. */
    public long onesLow() {
        return bits >= 64 ? -1L : (1L << bits) - 1;
    }

    /** Writes a value of the field as ovs-ofctl does. */
    String format(final long high, final long low) {
        return switch (style) {
            case DECIMAL -> Long.toUnsignedString(low);
            case HEX -> "0x" + Long.toHexString(low);
            case MAC -> new MacAddress(low).toString();
            case IPV4 -> new IpAddress(4, 0, low).toString();
            case IPV6 -> new IpAddress(6, high, low).toString();
        };
    }

    @Override
    public String toString() {
        return text;
    }

    private enum Style {
        DECIMAL, HEX, MAC, IPV4, IPV6
    }
}
