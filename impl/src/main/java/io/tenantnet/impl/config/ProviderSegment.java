/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.model.NetworkType;

/**
 * What a network takes for itself of the infrastructure (Neutron's provider attributes).
 *
 * @param type            how its frames travel; not local, which takes nothing
 * @param physicalNetwork the provider network of a flat or vlan network; empty for the others
 * @param segmentationId  its identifier there: vxlan and geneve 1..16777215, vlan 1..4094, gre 1..4294967295, flat 0
 */
public record ProviderSegment(NetworkType type, String physicalNetwork, long segmentationId) {
    public ProviderSegment {
        requireNonNull(type);
        requireNonNull(physicalNetwork);
    }
}
