/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import io.tenantnet.impl.model.Vtep.LearnedMac;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Remembers what switches had learned and lost, the last of it: nobody is to believe older news instead. Of the loop. */
final class LostMacs {
    private static final int MOST = 10_000;

    private final Map<String, Map<Object, LearnedMac>> latest = new HashMap<>();
    private final Map<String, Map<Object, LearnedMac>> lost = new HashMap<>();

    /** What the switches of a database have learned, and what they have lost. */
    Set<LearnedMac> with(final String id, final Set<LearnedMac> learned) {
        final Map<Object, LearnedMac> now = new HashMap<>();
        learned.forEach(one -> now.put(Map.entry(one.network(), one.mac()), one));
        final var gone = lost.computeIfAbsent(id, key -> new LinkedHashMap<>());
        final var before = latest.put(id, now);
        if (before != null) {
            before.forEach((key, one) -> gone.put(key, one.lost()));
        }
        gone.keySet().removeAll(now.keySet());
        final var oldest = gone.keySet().iterator();
        for (int surplus = gone.size() - MOST; surplus > 0; surplus--) {
            oldest.next();
            oldest.remove();
        }
        final var all = new HashSet<>(learned);
        all.addAll(gone.values());
        return all;
    }
}
