/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of one database, as far as they are monitored. Immutable. */
final class Rows {
    /** The bridge that carries the tenant networks. */
    static final String INTEGRATION_BRIDGE = "br-int";

    static final Rows EMPTY = new Rows(Map.of());

    private final Map<OvsTable, Map<String, Row>> tables;

    private Rows(final Map<OvsTable, Map<String, Row>> tables) {
        this.tables = tables;
    }

    /** These rows with some changed; tables without a change are shared. */
    Rows with(final RowChanges changes) {
        final var changed = new EnumMap<OvsTable, Map<String, Row>>(OvsTable.class);
        changed.putAll(tables);
        changes.tables().forEach((table, rows) -> {
            final var after = new HashMap<>(all(table));
            rows.forEach((uuid, row) -> row.ifPresentOrElse(now -> after.put(uuid, now), () -> after.remove(uuid)));
            changed.put(table, Collections.unmodifiableMap(after));
        });
        return new Rows(changed);
    }

    /** The single row of the Open_vSwitch table; empty while the database was not initialised. */
    Optional<Row> root() {
        return rows(OvsTable.OPEN_VSWITCH).stream().findFirst();
    }

    /** The integration bridge, if the host has one. */
    Optional<Row> integrationBridge() {
        return named(OvsTable.BRIDGE, INTEGRATION_BRIDGE);
    }

    /** The row of a table whose name column says so. */
    Optional<Row> named(final OvsTable table, final String name) {
        return rows(table).stream().filter(row -> row.text("name").filter(name::equals).isPresent()).findFirst();
    }

    /** A row by its UUID. */
    Optional<Row> row(final OvsTable table, final String uuid) {
        return Optional.ofNullable(all(table).get(uuid));
    }

    /** All rows of a table. */
    Collection<Row> rows(final OvsTable table) {
        return all(table).values();
    }

    /** The rows that a column refers to; references to rows that have not been seen are left out. */
    List<Row> referenced(final Row from, final String column, final OvsTable to) {
        return from.texts(column).stream().map(all(to)::get).filter(row -> row != null).toList();
    }

    /** The interfaces of a bridge, its local one among them. */
    List<Row> interfaces(final Row bridge) {
        return referenced(bridge, "ports", OvsTable.PORT).stream()
            .flatMap(port -> referenced(port, "interfaces", OvsTable.INTERFACE).stream()).toList();
    }

    private Map<String, Row> all(final OvsTable table) {
        return tables.getOrDefault(table, Map.of());
    }
}
