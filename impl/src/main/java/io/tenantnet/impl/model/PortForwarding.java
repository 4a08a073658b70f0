/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import java.util.Optional;
import java.util.UUID;

/**
 * An external port that leads to a port of a machine.
 *
 * @param id           its uuid
 * @param floatingIpId the floating IP whose address is used
 * @param protocol     6 (TCP) or 17 (UDP)
 * @param externalPort the port outside, 1..65535
 * @param portId       the machine's port
 * @param fixedIp      which of its addresses; empty for the first
 * @param internalPort the port inside, 1..65535
 * @param allowed      who may use it; empty for everybody
 */
public record PortForwarding(UUID id, UUID floatingIpId, int protocol, int externalPort, UUID portId,
        Optional<IpAddress> fixedIp, int internalPort, Optional<Cidr> allowed) {
}
