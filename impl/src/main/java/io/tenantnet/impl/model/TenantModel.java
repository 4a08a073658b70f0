/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import java.util.Map;
import java.util.UUID;

/**
 * What the tenants want, at one moment.
 *
 * @param settings    what holds for the whole controller
 * @param networks    all networks
 * @param subnets     all subnets
 * @param ports       all ports
 * @param allocations the segmentation ids that were given to networks which asked for none
 */
public record TenantModel(Settings settings, Map<UUID, Network> networks, Map<UUID, Subnet> subnets,
        Map<UUID, Port> ports, Map<UUID, Integer> allocations) {
    /** A model of nothing. */
    public static final TenantModel EMPTY = new TenantModel(Settings.DEFAULT, Map.of(), Map.of(), Map.of(),
        Map.of());
}
