/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import static java.util.Objects.requireNonNull;

/**
 * A DHCP option for one port's machine (Neutron's extra_dhcp_opts).
 *
 * @param name      its name or number
 * @param ipVersion for DHCPv4 (4) or DHCPv6 (6)
 * @param value     its value; of no characters to keep the option from the machine
 */
public record DhcpOption(String name, int ipVersion, String value) {
    public DhcpOption {
        requireNonNull(name);
        requireNonNull(value);
    }
}
