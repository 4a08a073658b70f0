/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How long VTEPs have been unwanted. After a start of the controller the hosts come back one by one, and a VTEP taken
 * from the zone in the meantime would cost a host that goes on forwarding its tunnels. Times are milliseconds since
 * the mesh was made. Not thread-safe.
 */
final class Absences {
    /** How long a VTEP is left after its host was last known: twice what hosts have to come back after a start. */
    static final long GRACE = Duration.ofSeconds(60).toMillis();

    private final Map<Long, Long> since = new HashMap<>();

    /** Of VTEPs that are there and not wanted, those to leave for now. */
    Set<Long> spared(final Set<Long> unwanted, final long now) {
        since.keySet().retainAll(unwanted);
        unwanted.forEach(dpn -> since.putIfAbsent(dpn, now));
        return Set.copyOf(since.entrySet().stream().filter(entry -> now - entry.getValue() < GRACE)
            .map(Map.Entry::getKey).toList());
    }
}
