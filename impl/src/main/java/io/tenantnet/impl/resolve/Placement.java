/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import java.util.List;
import java.util.SortedMap;

/**
 * Where a network is: only the hosts that have a port of it carry it.
 *
 * @param segment the network
 * @param ports   its ports by host id, those of a host in the order of their port numbers
 */
public record Placement(Segment segment, SortedMap<String, List<BoundPort>> ports) {
    /** Whether the host has a port of the network. */
    public boolean isOn(final String hostId) {
        return ports.containsKey(hostId);
    }
}
