/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

/** Who makes the tunnel ports of a host's br-int. */
public enum TunnelMode {
    /** One port per host whose far end every flow sets, made by TenantNet. */
    FLOW_BASED,
    /** A port per pair of hosts, made by Genius ITM. */
    ITM
}
