/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import java.util.UUID;

/**
 * Puts one VLAN of one port of a hardware switch into a network.
 *
 * @param id        its uuid
 * @param port      the port
 * @param vlan      the VLAN, 0..4094; 0 stands for untagged frames
 * @param networkId the network
 */
public record VtepBinding(UUID id, SwitchPort port, int vlan, UUID networkId) {
}
