/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Match;

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

    private Packets() {
    }

    static Match ofType(final Match match, final int etherType) {
        return match.with(Field.ETH_TYPE, etherType);
    }
}
