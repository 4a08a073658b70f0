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
    ETH_DST("eth_dst", 48, Style.MAC),
    ETH_SRC("eth_src", 48, Style.MAC),
    ETH_TYPE("eth_type", 16, Style.HEX),
    IP_PROTO("ip_proto", 8, Style.DECIMAL),
    IPV4_SRC("ip_src", 32, Style.IPV4),
    IPV6_SRC("ipv6_src", 128, Style.IPV6),
    UDP_SRC("udp_src", 16, Style.DECIMAL),
    UDP_DST("udp_dst", 16, Style.DECIMAL),
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
