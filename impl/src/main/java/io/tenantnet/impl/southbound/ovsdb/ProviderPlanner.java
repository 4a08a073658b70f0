/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import io.tenantnet.impl.southbound.ovsdb.Op.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sees to it that the integration bridge is joined to the physical networks that the host's mappings tell of, and to no
 * others: to a bridge by a pair of patch ports, to an interface by taking it in. Ports that others made stay as they are.
 */
final class ProviderPlanner implements Planner {
    /** What tells these ports from the others that TenantNet made, with the mapping's device as its value. */
    static final String MARK = "tenantnet-provider";

    /** A mapping that cannot be followed is no problem of the host's: all else works. */
    @Override
    public Plan plan(final Rows rows) {
        return rows.integrationBridge().map(bridge -> new Work(rows, bridge).plan()).orElse(Plan.NOTHING);
    }

    /** What mappings cannot be followed: see {@link io.tenantnet.impl.model.Host#unjoined()}. */
    static Map<String, String> problems(final Rows rows) {
        return rows.integrationBridge().map(bridge -> {
            final var work = new Work(rows, bridge);
            work.plan();
            return Map.copyOf(work.problems);
        }).orElse(Map.of());
    }

    private static final class Work {
        private final List<Op> operations = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private final Map<String, String> problems;
        private final Set<String> kept = new TreeSet<>();
        private final ProviderMappings mappings;
        private final Rows rows;
        private final Row bridge;

        Work(final Rows rows, final Row bridge) {
            this.rows = rows;
            this.bridge = bridge;
            mappings = ProviderMappings.of(rows);
            problems = new HashMap<>(mappings.problems());
        }

        Plan plan() {
            mappings.good().forEach(this::join);
            rows.rows(OvsTable.BRIDGE).forEach(this::leave);
            return Plan.of(operations, String.join(", ", words));
        }

        private void join(final ProviderMapping mapping) {
            if (mapping.bridge().isPresent()) {
                want(mapping, bridge, mapping.port(), mapping.peer());
                want(mapping, mapping.bridge().get(), mapping.peer(), mapping.port());
            } else {
                want(mapping, bridge, mapping.device(), "");
            }
        }

        /** Wants a port on a bridge: a patch port with a peer, or an interface where the peer is an empty text. */
        private void want(final ProviderMapping mapping, final Row on, final String name, final String peer) {
            final var port = rows.named(OvsTable.PORT, name);
            if (port.isEmpty()) {
                insert(mapping, on, name, peer);
                return;
            }
            final boolean here = on.texts("ports").contains(port.get().uuid());
            if (peer.isEmpty() ? !here : !here || !isOurs(port.get())) {
                problems.put(mapping.network(), "a port " + name + " exists that TenantNet did not make");
                return;
            }
            kept.add(port.get().uuid());
            rows.referenced(port.get(), "interfaces", OvsTable.INTERFACE).forEach(row -> check(mapping, row, peer));
        }

        private void check(final ProviderMapping mapping, final Row row, final String peer) {
            if (!peer.isEmpty() && row.entry("options", "peer").filter(peer::equals).isEmpty()) {
                operations.add(new Op.Remove(OvsTable.INTERFACE, row.uuid(), "options", Set.of("peer")));
                operations.add(new Op.Add(OvsTable.INTERFACE, row.uuid(), "options", Map.of("peer", peer)));
                words.add("peer of " + row.text("name").orElse(""));
            }
            row.text("error").ifPresent(error -> problems.put(mapping.network(), error));
        }

        private void insert(final ProviderMapping mapping, final Row on, final String name, final String peer) {
            final var ids = new HashMap<>(Stamp.EXTERNAL_IDS);
            ids.put(MARK, mapping.device());
            // What operations call the row must not have a hyphen, as the name of a port may.
            final var number = operations.size();
            final var columns = new HashMap<String, Object>(Map.of("name", name, "external_ids", ids));
            if (!peer.isEmpty()) {
                columns.put("type", "patch");
                columns.put("options", Map.of("peer", peer));
            }
            operations.add(new Op.Insert(OvsTable.INTERFACE, "interface" + number, columns));
            operations.add(new Op.Insert(OvsTable.PORT, "port" + number, Map.of("name", name,
                "interfaces", Set.of(new Ref("interface" + number)), "external_ids", ids)));
            operations.add(new Op.Add(OvsTable.BRIDGE, on.uuid(), "ports", Set.of(new Ref("port" + number))));
            words.add("port " + name + " to physical network " + mapping.network());
        }

        /** Removes from a bridge those of our ports that no mapping asks for, or not there. */
        private void leave(final Row from) {
            rows.referenced(from, "ports", OvsTable.PORT).stream()
                .filter(port -> isOurs(port) && !kept.contains(port.uuid()) && !isBlocked(port)).forEach(port -> {
                    operations.add(new Op.Remove(OvsTable.BRIDGE, from.uuid(), "ports", Set.of(new Ref(port.uuid()))));
                    words.add("removal of port " + port.text("name").orElse(""));
                });
        }

        private static boolean isOurs(final Row port) {
            return Stamp.isOn(port) && device(port).isPresent();
        }

        private static Optional<String> device(final Row port) {
            return port.entry("external_ids", MARK);
        }

        /** Whether the port's mapping is there but cannot be followed now, which may pass. */
        private boolean isBlocked(final Row port) {
            return device(port).filter(mappings.blocked()::contains).isPresent();
        }
    }
}
