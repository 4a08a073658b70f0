/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.outside;

import io.tenantnet.impl.model.Neighbours.Place;
import io.tenantnet.impl.net.MacAddress;
import java.util.Map;

/** Remembers over a restart who answered. Calls do not block for long, and failures are logged, not thrown. */
public interface NeighbourStore {
    /** Who is remembered. */
    Map<Place, MacAddress> load();

    /** Remembers an answer. */
    void put(Place place, MacAddress mac);

    /** Forgets an answer. */
    void remove(Place place);
}
