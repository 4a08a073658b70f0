/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

/** How the frames of a network travel between hosts (Neutron's provider:network_type). */
public enum NetworkType {
    LOCAL, FLAT, VLAN, VXLAN, GRE, GENEVE;

    /** Whether the frames travel over a physical network. */
    public boolean isPhysical() {
        return this == FLAT || this == VLAN;
    }

    /** Whether the frames travel through tunnels. */
    public boolean isTunnelled() {
        return this == VXLAN || this == GRE || this == GENEVE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
