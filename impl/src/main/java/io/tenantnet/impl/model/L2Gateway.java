/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Ports of hardware switches that are connected together (Neutron: networking-l2gw).
 *
 * @param id         its uuid
 * @param interfaces the ports, with the VLANs of each, 0..4094; no VLAN where the connection says which one
 */
public record L2Gateway(UUID id, SortedMap<SwitchPort, SortedSet<Integer>> interfaces) {
    public L2Gateway {
        interfaces = Collections.unmodifiableSortedMap(new TreeMap<>(interfaces));
    }
}
