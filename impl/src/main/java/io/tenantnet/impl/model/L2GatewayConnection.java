/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import java.util.OptionalInt;
import java.util.UUID;

/**
 * Puts what a gateway names into a network.
 *
 * @param id        its uuid
 * @param gatewayId the gateway
 * @param networkId the network
 * @param vlan      the VLAN on interfaces that name none, 0..4094; untagged frames (0) where it is absent
 */
public record L2GatewayConnection(UUID id, UUID gatewayId, UUID networkId, OptionalInt vlan) {
}
