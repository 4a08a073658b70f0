/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import io.tenantnet.impl.model.NetworkType;

/** Tells whether hosts need tunnel ports whose flows set the destination. May be called from any thread. */
@FunctionalInterface
public interface FlowTunnels {
    /**
     * Whether a host needs one of a kind now.
     *
     * @param hostId  the host
     * @param type    vxlan, gre or geneve
     * @param present whether it has one: while it is not known who needs it, it stays
     */
    boolean areWanted(String hostId, NetworkType type, boolean present);
}
