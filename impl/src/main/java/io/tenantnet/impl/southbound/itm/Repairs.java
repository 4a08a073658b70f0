/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import io.tenantnet.impl.southbound.itm.MissingTunnels.Tunnel;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides when missing tunnels are no longer merely slow to come, and which VTEPs to delete and add again so that ITM
 * makes them anew. That takes all tunnels of the VTEP down for some seconds, so it is done for as few VTEPs as will
 * do and for each of them at growing intervals. Times are milliseconds since the mesh was made. Not thread-safe.
 */
final class Repairs {
    /** How long a mesh may stand still with a tunnel missing. */
    static final long PATIENCE = Duration.ofSeconds(8).toMillis();
    /** How long a tunnel may be missing, even if others still come. */
    static final long LONG_PATIENCE = Duration.ofSeconds(60).toMillis();
    /** The pause after the first repair of a VTEP, which doubles. */
    static final long FIRST_PAUSE = Duration.ofSeconds(20).toMillis();
    /** The longest pause. */
    static final long LONGEST_PAUSE = Duration.ofMinutes(5).toMillis();

    private final Map<Tunnel, Long> since = new HashMap<>();
    private final Map<Long, Pause> pauses = new HashMap<>();

    private long progress;

    private record Pause(long until, long length) {
    }

    /** ITM is at work: what is missing may just be coming. */
    void postpone(final long now) {
        since.replaceAll((tunnel, first) -> now);
    }

    /** Takes note of the missing tunnels, and says which VTEPs to renew now. */
    Set<Long> due(final Set<Tunnel> missing, final long now) {
        if (since.keySet().retainAll(missing)) {
            progress = now;
        }
        missing.forEach(tunnel -> since.putIfAbsent(tunnel, now));
        // Healthy for as long again as it had to wait: the next trouble is a new one.
        pauses.values().removeIf(pause -> now >= pause.until() + pause.length());
        final var overdue = missing.stream().filter(tunnel -> isOverdue(tunnel, now)).collect(Collectors.toSet());
        return cover(overdue).stream().filter(dpn -> begin(dpn, now)).collect(Collectors.toSet());
    }

    private boolean isOverdue(final Tunnel tunnel, final long now) {
        final long first = since.get(tunnel);
        return now - Math.max(first, progress) >= PATIENCE || now - first >= LONG_PATIENCE;
    }

    /** The VTEPs with most missing tunnels, until every missing tunnel has an end among them. */
    private static Set<Long> cover(final Set<Tunnel> overdue) {
        final var left = new HashSet<>(overdue);
        final var chosen = new HashSet<Long>();
        while (!left.isEmpty()) {
            final long worst = worst(left).orElseThrow();
            chosen.add(worst);
            left.removeIf(tunnel -> tunnel.from() == worst || tunnel.to() == worst);
        }
        return chosen;
    }

    private static Optional<Long> worst(final Set<Tunnel> left) {
        final var counts = left.stream().flatMap(Tunnel::ends)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
            .max(Map.Entry.<Long, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(Map.Entry::getKey);
    }

    private boolean begin(final long dpn, final long now) {
        final var last = pauses.get(dpn);
        if (last != null && now < last.until()) {
            return false;
        }
        final long length = last == null ? FIRST_PAUSE : Math.min(LONGEST_PAUSE, 2 * last.length());
        pauses.put(dpn, new Pause(now + length, length));
        return true;
    }
}
