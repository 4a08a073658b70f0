/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import java.util.Map;
import java.util.UUID;

/**
 * What tenants want of hardware switches.
 *
 * @param gateways     all gateways, by uuid
 * @param connections  all connections, by uuid
 * @param bindings     all plain bindings, by uuid
 * @param serviceNodes the service nodes of switches, by uuid of the entry
 */
public record L2Gateways(Map<UUID, L2Gateway> gateways, Map<UUID, L2GatewayConnection> connections,
        Map<UUID, VtepBinding> bindings, Map<UUID, ServiceNodes> serviceNodes) {
    /** Nothing. */
    public static final L2Gateways EMPTY = new L2Gateways(Map.of(), Map.of(), Map.of(), Map.of());
}
