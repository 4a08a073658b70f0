/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.opendaylight.ovsdb.lib.message.TableUpdate;
import org.opendaylight.ovsdb.lib.message.TableUpdates;
import org.opendaylight.ovsdb.lib.notation.Column;
import org.opendaylight.ovsdb.lib.notation.UUID;

/** Reads what the OVSDB library's monitor reports (RFC 7047, section 4.1.6). */
final class LibraryRows {
    private LibraryRows() {
    }

    static RowChanges read(final String database, final TableUpdates updates) {
        final var changes = new RowChanges.Builder();
        for (Map.Entry<String, ?> entry : updates.getUpdates().entrySet()) {
            OvsTable.titled(database, entry.getKey()).ifPresent(table ->
                read(table, (TableUpdate<?>) entry.getValue(), changes));
        }
        return changes.build();
    }

    private static void read(final OvsTable table, final TableUpdate<?> update, final RowChanges.Builder changes) {
        update.getRows().forEach((uuid, row) -> {
            if (row.getNew() == null) {
                changes.remove(table, uuid.toString());
            } else {
                // A changed row comes with all its monitored columns, not just with those that changed.
                changes.put(table, row(uuid, row.getNew().getColumns()));
            }
        });
    }

    private static Row row(final UUID uuid, final Iterable<? extends Column<?, ?>> columns) {
        final var values = new HashMap<String, Object>();
        columns.forEach(column -> {
            if (column.getData() != null) {
                values.put(column.getSchema().getName(), value(column.getData()));
            }
        });
        return new Row(uuid.toString(), values);
    }

    private static Object value(final Object data) {
        if (data instanceof Set<?> set) {
            return set.stream().map(LibraryRows::value).collect(Collectors.toUnmodifiableSet());
        } else if (data instanceof Map<?, ?> map) {
            return map.entrySet().stream().collect(Collectors.toUnmodifiableMap(
                entry -> value(entry.getKey()).toString(), entry -> value(entry.getValue()).toString()));
        }
        return data instanceof UUID ? data.toString() : data;
    }
}
