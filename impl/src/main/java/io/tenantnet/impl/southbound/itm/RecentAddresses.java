/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import io.tenantnet.impl.net.IpAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which addresses ITM has only just forgotten. Genius begins to take back the ids of a tunnel's name, which follows
 * from the two addresses, some time after ITM has deleted the tunnel. Times are milliseconds since the mesh was made.
 * Not thread-safe.
 *
 * @see Activity
 */
final class RecentAddresses {
    /** How long after ITM has forgotten an address it can be used again. */
    static final long REST = Duration.ofSeconds(3).toMillis();

    private final Map<IpAddress, Long> seen = new HashMap<>();

    /** Takes note of what ITM knows. */
    void note(final MeshView view, final long now) {
        seen.values().removeIf(last -> now - last >= REST);
        view.zone().values().stream().flatMap(Optional::stream).forEach(address -> seen.put(address, now));
        view.endpoints().values().forEach(addresses -> addresses.forEach(address -> seen.put(address, now)));
    }

    /** Of VTEPs that ITM does not know, those whose addresses it can have. */
    Map<Long, IpAddress> usable(final Map<Long, IpAddress> vteps) {
        final var usable = new HashMap<>(vteps);
        usable.values().removeIf(seen::containsKey);
        return usable;
    }
}
