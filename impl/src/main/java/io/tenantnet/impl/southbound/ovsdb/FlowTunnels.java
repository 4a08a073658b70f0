/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

/** Tells whether hosts need a tunnel port whose flows set the destination. */
@FunctionalInterface
interface FlowTunnels {
    /**
     * Whether a host needs one now.
     *
     * @param present whether it has one: while it is not known who needs it, it stays
     */
    boolean areWanted(boolean present);
}
