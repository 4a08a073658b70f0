/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a monitor reported: the rows that are new or have changed, in full, and those that are gone.
 *
 * @param tables by table and row UUID the row as it is now; empty where it is gone
 */
record RowChanges(Map<OvsTable, Map<String, Optional<Row>>> tables) {

    /** Collects changes. Not for several threads. */
    static final class Builder {
        private final Map<OvsTable, Map<String, Optional<Row>>> tables = new EnumMap<>(OvsTable.class);

        Builder put(final OvsTable table, final Row row) {
            tables.computeIfAbsent(table, key -> new HashMap<>()).put(row.uuid(), Optional.of(row));
            return this;
        }

        Builder remove(final OvsTable table, final String uuid) {
            tables.computeIfAbsent(table, key -> new HashMap<>()).put(uuid, Optional.empty());
            return this;
        }

        RowChanges build() {
            return new RowChanges(tables);
        }
    }
}
