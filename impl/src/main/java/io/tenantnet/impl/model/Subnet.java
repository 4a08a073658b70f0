/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import io.tenantnet.impl.net.AddressRange;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A block of addresses of a network.
 *
 * @param id        its uuid
 * @param networkId the network, which need not exist yet
 * @param cidr      the block
 * @param gateway   the gateway of its machines, where there is one
 * @param pools     the ranges from which addresses are given
 */
public record Subnet(UUID id, UUID networkId, Cidr cidr, Optional<IpAddress> gateway, List<AddressRange> pools) {
    public Subnet {
        pools = List.copyOf(pools);
    }
}
