/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import io.tenantnet.impl.vtep.VtepWish;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the databases of hardware VTEPs are to hold, and which rows in them are known to be TenantNet's. Of the loop. */
final class VtepWishes {
    private final Map<String, VtepMemory> memories = new HashMap<>();

    private Map<String, VtepWish> wishes = Map.of();

    void replace(final Map<String, VtepWish> now) {
        wishes = now;
    }

    /** What a database is to hold; empty while that is not known. */
    Optional<VtepWish> of(final String id) {
        return Optional.ofNullable(wishes.get(id));
    }

    /** What is known of the rows of a database; outlasts its connections. */
    VtepMemory memory(final String id) {
        return memories.computeIfAbsent(id, key -> new VtepMemory());
    }
}
