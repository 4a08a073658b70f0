/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.packet;

import io.tenantnet.impl.resolve.BoundPort;
import java.util.Optional;

/**
 * A packet, and where in the model it came from.
 *
 * @param hostId the host
 * @param port   the tenant port; empty where it came from elsewhere
 * @param packet the packet
 */
public record Arrival(String hostId, Optional<BoundPort> port, PacketIn packet) {
}
