/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.state;

import java.util.Map;
import java.util.UUID;

/**
 * What became of the model.
 *
 * @param networks all networks
 * @param subnets  all subnets
 * @param ports    all ports
 * @param trunks   all trunks
 * @param routers  all routers
 * @param floatingIps     all floating IPs
 * @param portForwardings all port forwardings
 * @param hosts    all hosts, by id
 */
public record State(Map<UUID, NetworkState> networks, Map<UUID, Condition> subnets, Map<UUID, PortState> ports,
        Map<UUID, Condition> trunks, Map<UUID, PlacedState> routers, Map<UUID, PlacedState> floatingIps,
        Map<UUID, Condition> portForwardings, Map<String, HostState> hosts, GatewayStates gateways) {
    /** Of a model of nothing. */
    public static final State EMPTY = new State(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(),
        Map.of(), Map.of(), Map.of(), GatewayStates.EMPTY);
}
