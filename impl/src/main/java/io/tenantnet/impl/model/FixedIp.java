/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import io.tenantnet.impl.net.IpAddress;
import java.util.Optional;
import java.util.UUID;

/**
 * An address of a port.
 *
 * @param address  the address
 * @param subnetId the subnet it was taken from, where that is told; it need not exist yet
 */
public record FixedIp(IpAddress address, Optional<UUID> subnetId) {
}
