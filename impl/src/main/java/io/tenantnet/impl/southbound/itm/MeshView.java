/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import io.tenantnet.impl.net.IpAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Genius ITM was asked for and what it made of it, at one moment.
 *
 * @param zone      the VTEPs in TenantNet's transport zone: datapath id to address; empty where it is none
 * @param endpoints the VTEPs that ITM has joined to the mesh and not yet taken out of it, of any zone
 * @param others    names of other transport zones, by the datapath ids in them
 * @param locks     the names of the locks on tunnels that Genius holds
 */
record MeshView(Map<Long, Optional<IpAddress>> zone, Map<Long, Set<IpAddress>> endpoints, Map<Long, String> others,
        Set<String> locks) {
    MeshView {
        zone = Map.copyOf(zone);
        endpoints = Map.copyOf(endpoints);
        others = Map.copyOf(others);
        locks = Set.copyOf(locks);
    }
}
