/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** An ovsdb-server in memory: holds rows, and carries out what the planners plan. */
final class FakeSwitch {
    static final String ROOT = "root";

    private Rows rows = Rows.EMPTY;

    /** One whose database was initialised and that has a foreign bridge. */
    static FakeSwitch bare() {
        final var fake = new FakeSwitch();
        fake.put(OvsTable.OPEN_VSWITCH, ROOT, Map.of("ovs_version", Set.of("3.1.0"),
            "external_ids", Map.of("system-id", "host-1", "hostname", "one"), "other_config", Map.of(),
            "datapath_types", Set.of("netdev", "system"), "bridges", Set.of("phy")));
        fake.put(OvsTable.BRIDGE, "phy", Map.of("name", "br-phy", "ports", Set.of()));
        return fake;
    }

    /** One with an integration bridge as it is wanted by a controller at 192.0.2.1. */
    static FakeSwitch ready() {
        final var fake = bare();
        fake.commit(new BridgePlanner(new ControllerPlanner(Target.parse("tcp:192.0.2.1:6653", 1).orElseThrow(),
            address -> false, Optional::empty)).plan(fake.rows()).operations());
        return fake.set(OvsTable.BRIDGE, fake.bridge().uuid(), "datapath_id", Set.of("0000a6cbff07924c"));
    }

    Rows rows() {
        return rows;
    }

    Row bridge() {
        return rows.integrationBridge().orElseThrow();
    }

    Row named(final OvsTable table, final String name) {
        return rows.named(table, name).orElseThrow();
    }

    FakeSwitch set(final OvsTable table, final String uuid, final String column, final Object value) {
        final var columns = new HashMap<>(row(table, uuid).columns());
        columns.put(column, value);
        return put(table, uuid, columns);
    }

    FakeSwitch root(final String column, final Object value) {
        return set(OvsTable.OPEN_VSWITCH, ROOT, column, value);
    }

    /** Adds a port of one interface to the integration bridge. */
    FakeSwitch port(final String name, final Map<String, Object> columns) {
        final var all = new HashMap<>(columns);
        all.put("name", name);
        put(OvsTable.INTERFACE, "if-" + name, all);
        put(OvsTable.PORT, "port-" + name, Map.of("name", name, "interfaces", Set.of("if-" + name)));
        change(new Op.Add(OvsTable.BRIDGE, bridge().uuid(), "ports", Set.of(new Op.Ref("port-" + name))));
        return this;
    }

    FakeSwitch put(final OvsTable table, final String uuid, final Map<String, Object> columns) {
        rows = rows.with(new RowChanges.Builder().put(table, new Row(uuid, columns)).build());
        return this;
    }

    FakeSwitch remove(final OvsTable table, final String uuid) {
        rows = rows.with(new RowChanges.Builder().remove(table, uuid).build());
        return this;
    }

    void commit(final List<Op> operations) {
        final var names = new HashMap<String, String>();
        operations.stream().filter(Op.Insert.class::isInstance).map(Op.Insert.class::cast)
            .forEach(insert -> names.put(insert.name(), UUID.randomUUID().toString()));
        for (var operation : operations) {
            if (operation instanceof Op.Insert insert) {
                put(insert.table(), names.get(insert.name()), Map.of());
                insert.columns().forEach((column, value) -> set(insert.table(), names.get(insert.name()), column,
                    stored(value, names)));
            } else if (operation instanceof Op.Add add) {
                change(new Op.Add(add.table(), add.uuid(), add.column(), resolved(add.value(), names)));
            } else {
                change(operation);
            }
        }
    }

    private void change(final Op operation) {
        if (operation instanceof Op.Update update) {
            update.columns().forEach((column, value) -> set(update.table(), update.uuid(), column, value));
        } else if (operation instanceof Op.Add add) {
            final var old = row(add.table(), add.uuid()).columns().get(add.column());
            if (add.value() instanceof Map<?, ?> map) {
                final var after = new HashMap<Object, Object>(map);
                if (old != null) {
                    after.putAll((Map<?, ?>) old);
                }
                set(add.table(), add.uuid(), add.column(), after);
            } else {
                final var after = new HashSet<Object>(old == null ? Set.of() : (Set<?>) old);
                after.addAll((Set<?>) stored(add.value(), Map.of()));
                set(add.table(), add.uuid(), add.column(), after);
            }
        } else if (operation instanceof Op.Remove remove) {
            final var old = row(remove.table(), remove.uuid()).columns().get(remove.column());
            final var keys = (Set<?>) stored(remove.value(), Map.of());
            if (old instanceof Map<?, ?> map) {
                final var after = new HashMap<Object, Object>(map);
                after.keySet().removeAll(keys);
                set(remove.table(), remove.uuid(), remove.column(), after);
            } else {
                final var after = new HashSet<Object>((Set<?>) old);
                after.removeAll(keys);
                set(remove.table(), remove.uuid(), remove.column(), after);
                // What nothing refers to any longer, ovsdb-server removes.
                keys.forEach(uuid -> List.of(OvsTable.PORT, OvsTable.CONTROLLER)
                    .forEach(table -> remove(table, uuid.toString())));
            }
        }
    }

    private Row row(final OvsTable table, final String uuid) {
        return rows.rows(table).stream().filter(row -> row.uuid().equals(uuid)).findFirst().orElseThrow();
    }

    private static Object resolved(final Object value, final Map<String, String> names) {
        return each(value, ref -> new Op.Ref(names.getOrDefault(ref.id(), ref.id())));
    }

    private static Object stored(final Object value, final Map<String, String> names) {
        return each(value, ref -> names.getOrDefault(ref.id(), ref.id()));
    }

    private static Object each(final Object value, final Function<Op.Ref, Object> change) {
        return value instanceof Set<?> set ? new HashSet<Object>(set.stream()
            .map(element -> element instanceof Op.Ref ref ? change.apply(ref) : element).toList()) : value;
    }
}
