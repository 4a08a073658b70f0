/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

/** How hosts are joined to the VXLAN mesh. */
public enum TunnelMode {
    /** One tunnel port on each host, whose flows set the destination. */
    FLOW_BASED,
    /** One tunnel port for each pair of hosts, made by Genius ITM. */
    ITM
}
