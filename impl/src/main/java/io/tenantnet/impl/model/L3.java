/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import java.util.Map;
import java.util.UUID;

/**
 * Routing as it was asked for.
 *
 * @param routers         all routers
 * @param floatingIps     all floating IPs
 * @param portForwardings all port forwardings
 */
public record L3(Map<UUID, Router> routers, Map<UUID, FloatingIp> floatingIps,
        Map<UUID, PortForwarding> portForwardings) {
    /** No routing. */
    public static final L3 EMPTY = new L3(Map.of(), Map.of(), Map.of());
}
