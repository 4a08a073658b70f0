/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Network;

/**
 * A network that can be programmed.
 *
 * @param network the network
 * @param vni     its VXLAN network identifier, 1..16777215, asked for or given
 */
public record Segment(Network network, int vni) {
}
