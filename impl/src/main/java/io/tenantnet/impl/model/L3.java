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
 * @param numbers         the numbers that routers were given, 1..16127
 */
public record L3(Map<UUID, Router> routers, Map<UUID, FloatingIp> floatingIps,
        Map<UUID, PortForwarding> portForwardings, Map<UUID, Integer> numbers) {
    /** No routing. */
    public static final L3 EMPTY = new L3(Map.of(), Map.of(), Map.of(), Map.of());

    /** The same with other numbers given. */
    public L3 withNumbers(final Map<UUID, Integer> given) {
        return new L3(routers, floatingIps, portForwardings, given);
    }
}
