/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import io.tenantnet.impl.southbound.ovsdb.Op.Ref;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ovsdb-server of a hardware VTEP, in memory: commits transactions as a whole or not at all, and keeps references and
 * unique names as vtep.ovsschema wants it. Switch tor1 has ports p1 and p2, and tunnel address 192.0.2.201.
 */
final class FakeVtep {
    static final String ID = "global";

    private static final Set<OvsTable> COLLECTED = Set.of(OvsTable.PHYSICAL_LOCATOR, OvsTable.PHYSICAL_LOCATOR_SET);
    private static final Map<OvsTable, Map<String, OvsTable>> REFERENCES = Map.of(
        OvsTable.PHYSICAL_PORT, Map.of("vlan_bindings", OvsTable.LOGICAL_SWITCH),
        OvsTable.UCAST_MACS_LOCAL, Map.of("logical_switch", OvsTable.LOGICAL_SWITCH, "locator",
            OvsTable.PHYSICAL_LOCATOR),
        OvsTable.UCAST_MACS_REMOTE, Map.of("logical_switch", OvsTable.LOGICAL_SWITCH, "locator",
            OvsTable.PHYSICAL_LOCATOR),
        OvsTable.MCAST_MACS_LOCAL, Map.of("logical_switch", OvsTable.LOGICAL_SWITCH),
        OvsTable.MCAST_MACS_REMOTE, Map.of("logical_switch", OvsTable.LOGICAL_SWITCH, "locator_set",
            OvsTable.PHYSICAL_LOCATOR_SET),
        OvsTable.PHYSICAL_LOCATOR_SET, Map.of("locators", OvsTable.PHYSICAL_LOCATOR));

    private Map<OvsTable, Map<String, Map<String, Object>>> tables = new EnumMap<>(OvsTable.class);
    private int count;

    FakeVtep() {
        put(OvsTable.GLOBAL, ID, Map.of("managers", Set.of("manager"), "switches", Set.of("tor1")));
        put(OvsTable.PHYSICAL_SWITCH, "tor1", Map.of("name", "tor1", "tunnel_ips", Set.of("192.0.2.201"),
            "management_ips", Set.of("198.51.100.7"), "ports", Set.of("p1", "p2")));
        put(OvsTable.PHYSICAL_PORT, "p1", Map.of("name", "p1", "vlan_bindings", Map.of()));
        put(OvsTable.PHYSICAL_PORT, "p2", Map.of("name", "p2", "vlan_bindings", Map.of()));
    }

    FakeVtep put(final OvsTable table, final String uuid, final Map<String, Object> columns) {
        table(table).put(uuid, new HashMap<>(columns));
        return this;
    }

    FakeVtep remove(final OvsTable table, final String uuid) {
        table(table).remove(uuid);
        return this;
    }

    FakeVtep set(final OvsTable table, final String uuid, final String column, final Object value) {
        table(table).get(uuid).put(column, value);
        return this;
    }

    private Map<String, Map<String, Object>> table(final OvsTable table) {
        return tables.computeIfAbsent(table, key -> new LinkedHashMap<>());
    }

    Rows rows() {
        final var changes = new RowChanges.Builder();
        tables.forEach((table, rows) -> rows.forEach((uuid, columns) ->
            changes.put(table, new Row(uuid, columns))));
        return Rows.EMPTY.with(changes.build());
    }

    /** Carries a plan out. */
    void commit(final Plan plan) {
        final var before = tables;
        tables = new EnumMap<>(OvsTable.class);
        before.forEach((table, rows) -> rows.forEach((uuid, columns) -> put(table, uuid, columns)));
        final Map<String, String> names = new HashMap<>();
        plan.operations().stream().filter(Op.Insert.class::isInstance).map(Op.Insert.class::cast)
            .forEach(insert -> names.put(insert.name(), "row" + ++count));
        plan.operations().forEach(operation -> apply(operation, names));
        collect();
        final var problems = problems();
        if (!problems.isEmpty()) {
            tables = before;
            throw new IllegalStateException(problems + " after " + plan.operations());
        }
    }

    private void apply(final Op operation, final Map<String, String> names) {
        if (operation instanceof Op.Insert insert) {
            put(insert.table(), names.get(insert.name()), Map.of());
            insert.columns().forEach((column, value) ->
                set(insert.table(), names.get(insert.name()), column, stored(value, names)));
        } else if (operation instanceof Op.Update update) {
            update.columns().forEach((column, value) ->
                set(update.table(), update.uuid(), column, stored(value, names)));
        } else if (operation instanceof Op.Delete delete) {
            remove(delete.table(), delete.uuid());
        } else if (operation instanceof Op.Add add) {
            final var map = new HashMap<Object, Object>((Map<?, ?>) table(add.table()).get(add.uuid()).get(add.column()));
            ((Map<?, ?>) add.value()).forEach((key, value) -> map.putIfAbsent(key.toString(), stored(value, names)));
            set(add.table(), add.uuid(), add.column(), map);
        } else if (operation instanceof Op.Remove remove) {
            final var map = new HashMap<Object, Object>((Map<?, ?>) table(remove.table()).get(remove.uuid())
                .get(remove.column()));
            ((Set<?>) remove.value()).forEach(key -> map.remove(key.toString()));
            set(remove.table(), remove.uuid(), remove.column(), map);
        }
    }

    private static Object stored(final Object value, final Map<String, String> names) {
        if (value instanceof Ref ref) {
            return names.getOrDefault(ref.id(), ref.id());
        }
        return value instanceof Set<?> set ? set.stream().map(one -> stored(one, names)).collect(Collectors.toSet())
            : value;
    }

    /** What nothing refers to goes, of the tables that are no roots. */
    private void collect() {
        final Set<String> used = new HashSet<>();
        boolean again = true;
        while (again) {
            used.clear();
            tables.forEach((table, rows) -> rows.values().forEach(columns -> used.addAll(targets(table, columns))));
            again = false;
            for (final var table : COLLECTED) {
                again |= table(table).keySet().removeIf(uuid -> !used.contains(uuid));
            }
        }
    }

    private static List<String> targets(final OvsTable table, final Map<String, Object> columns) {
        final var targets = new ArrayList<String>();
        REFERENCES.getOrDefault(table, Map.of()).keySet().forEach(column -> {
            final var value = columns.get(column);
            if (value instanceof Map<?, ?> map) {
                map.values().forEach(one -> targets.add(one.toString()));
            } else if (value instanceof Set<?> set) {
                set.forEach(one -> targets.add(one.toString()));
            } else if (value != null) {
                targets.add(value.toString());
            }
        });
        return targets;
    }

    private List<String> problems() {
        final var problems = new ArrayList<String>();
        final var present = tables.values().stream().flatMap(rows -> rows.keySet().stream()).collect(Collectors.toSet());
        tables.forEach((table, rows) -> rows.forEach((uuid, columns) -> targets(table, columns).stream()
            .filter(target -> !present.contains(target))
            .forEach(target -> problems.add(table + " " + uuid + " refers to " + target))));
        unique(OvsTable.LOGICAL_SWITCH, "name", problems);
        unique(OvsTable.PHYSICAL_LOCATOR, "dst_ip", problems);
        return problems;
    }

    private void unique(final OvsTable table, final String column, final List<String> problems) {
        final Set<Object> seen = new HashSet<>();
        table(table).values().stream().map(columns -> columns.get(column)).filter(value -> !seen.add(value))
            .forEach(value -> problems.add(table + " has " + value + " twice"));
    }

    /** All rows in words, but for the switch's own, names instead of UUIDs and sorted. */
    List<String> dump() {
        final var rows = rows();
        final var lines = new ArrayList<String>();
        rows.rows(OvsTable.LOGICAL_SWITCH).forEach(row -> lines.add("logical switch " + name(rows, row.uuid()) + " key "
            + row.number("tunnel_key").orElse(-1) + " " + row.text("replication_mode").orElse("")));
        rows.rows(OvsTable.PHYSICAL_PORT).forEach(row -> row.entries("vlan_bindings").forEach((vlan, uuid) ->
            lines.add("port " + row.uuid() + " VLAN " + vlan + " " + name(rows, uuid))));
        rows.rows(OvsTable.UCAST_MACS_REMOTE).forEach(row -> lines.add("remote " + row.text("MAC").orElse("") + " in "
            + name(rows, row.text("logical_switch").orElse("")) + " at " + locators(rows, row, "locator") + " "
            + row.text("ipaddr").orElse("-")));
        rows.rows(OvsTable.MCAST_MACS_REMOTE).forEach(row -> lines.add(row.text("MAC").orElse("") + " in "
            + name(rows, row.text("logical_switch").orElse("")) + " at " + rows.referenced(row, "locator_set",
                OvsTable.PHYSICAL_LOCATOR_SET).stream().map(set -> locators(rows, set, "locators")).toList()));
        return lines.stream().sorted().toList();
    }

    private static String name(final Rows rows, final String uuid) {
        return rows.row(OvsTable.LOGICAL_SWITCH, uuid).map(row -> LogicalSwitchMark.read(row)
            .map(id -> "n" + (id.getLeastSignificantBits() & 0xfff)).orElse(row.text("name").orElse(""))).orElse("none");
    }

    private static List<String> locators(final Rows rows, final Row row, final String column) {
        return rows.referenced(row, column, OvsTable.PHYSICAL_LOCATOR).stream()
            .flatMap(one -> one.text("dst_ip").stream()).sorted().toList();
    }
}
