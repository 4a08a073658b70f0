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
 * Tells whether Genius is still giving ids to tunnels or taking them back. It does either under a lock on the
 * tunnel's name, which it releases in a later task on the same few threads; if the name is wanted again meanwhile,
 * those threads sleep on the lock for ten seconds with each tunnel, and the task that would release it waits behind
 * them. So nothing is asked of ITM before it has done what it was asked before. Times are milliseconds since the mesh
 * was made. Not thread-safe.
 */
final class Activity {
    /** A lock older than this was never released, and nothing is gained by waiting for it. */
    static final long STUCK = Duration.ofSeconds(15).toMillis();

    /** How long to wait at most: with many tunnels Genius can be busy with itself for many minutes. */
    static final long LIMIT = Duration.ofSeconds(60).toMillis();

    private final Map<String, Long> since = new HashMap<>();

    private long lastQuiet;

    /** Whether to wait because one of the locks that are held now is held for work that goes on. */
    boolean isGoingOn(final Set<String> locks, final long now) {
        since.keySet().retainAll(locks);
        locks.forEach(lock -> since.putIfAbsent(lock, now));
        final boolean isWaiting = now - lastQuiet < LIMIT
            && since.values().stream().anyMatch(first -> now - first < STUCK);
        if (!isWaiting) {
            lastQuiet = now;
        }
        return isWaiting;
    }
}
