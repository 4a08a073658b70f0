/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import io.tenantnet.impl.net.IpAddress;
import java.util.Map;
import java.util.Set;

/**
 * How to bring the transport zone nearer to what is wanted.
 *
 * @param remove the datapath ids of the VTEPs to delete
 * @param add    the VTEPs to add, none of which is in the zone
 */
record MeshPlan(Set<Long> remove, Map<Long, IpAddress> add) {
    MeshPlan {
        remove = Set.copyOf(remove);
        add = Map.copyOf(add);
    }
}
