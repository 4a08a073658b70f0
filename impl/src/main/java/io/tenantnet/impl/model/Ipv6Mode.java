/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

/** How machines of an IPv6 subnet get their addresses and options (Neutron: ipv6_ra_mode, ipv6_address_mode). */
public enum Ipv6Mode {
    /** They make the address themselves, of the advertised prefix (RFC 4862), and options are in the advertisement. */
    SLAAC(false, false),
    /** Addresses and options come by DHCPv6. */
    DHCPV6_STATEFUL(true, true),
    /** They make the address themselves; options come by DHCPv6. */
    DHCPV6_STATELESS(false, true);

    private final boolean managed;
    private final boolean other;

    Ipv6Mode(final boolean managed, final boolean other) {
        this.managed = managed;
        this.other = other;
    }

    /** Whether addresses come by DHCPv6 (RFC 4861 section 4.2, the flag M). */
    public boolean isManaged() {
        return managed;
    }

    /** Whether options come by DHCPv6 (the flag O). */
    public boolean hasOther() {
        return other;
    }
}
