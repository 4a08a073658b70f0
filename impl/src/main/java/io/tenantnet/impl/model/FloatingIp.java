/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import io.tenantnet.impl.net.IpAddress;
import java.util.Optional;
import java.util.UUID;

/**
 * An external address that stands for a port's address.
 *
 * @param id        its uuid
 * @param networkId the external network
 * @param address   the external address
 * @param portId    the port, while it stands for one
 * @param fixedIp   which of the port's addresses; empty for the first
 * @param routerId  the router between them; empty where it is to be found
 */
public record FloatingIp(UUID id, UUID networkId, IpAddress address, Optional<UUID> portId,
        Optional<IpAddress> fixedIp, Optional<UUID> routerId) {
}
