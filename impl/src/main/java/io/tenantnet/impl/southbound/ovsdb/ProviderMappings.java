/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a host says about its physical networks: NETWORK:DEVICE, separated by commas. Of the keys under which operators of
 * OpenDaylight, Open vSwitch agents and OVN say so the first that is there counts.
 *
 * @param good     the mappings that can be used
 * @param blocked  the devices of those that say something, but cannot be followed as the host is now
 * @param problems what is wrong with the others, in words, by physical network; under an empty name of those that name none
 */
record ProviderMappings(List<ProviderMapping> good, Set<String> blocked, SortedMap<String, String> problems) {
    /** What is said of mappings that name no physical network. */
    private static final String NO_NETWORK = "";

    private record Key(String column, String name) {
    }

    private static final String OTHER_CONFIG = "other_config";
    private static final String EXTERNAL_IDS = "external_ids";
    private static final List<Key> KEYS = List.of(new Key(OTHER_CONFIG, "provider_mappings"),
        new Key(OTHER_CONFIG, "bridge_mappings"), new Key(EXTERNAL_IDS, "bridge-mappings"),
        new Key(EXTERNAL_IDS, "ovn-bridge-mappings"));

    static ProviderMappings of(final Rows rows) {
        for (final var key : KEYS) {
            final var text = rows.root().flatMap(root -> root.entry(key.column(), key.name()));
            if (text.isPresent()) {
                return new Reader(rows, key.column() + ":" + key.name()).read(text.get());
            }
        }
        return new ProviderMappings(List.of(), Set.of(), new TreeMap<>());
    }

    private static final class Reader {
        private final List<ProviderMapping> good = new ArrayList<>();
        private final Set<String> blocked = new HashSet<>();
        private final SortedMap<String, String> problems = new TreeMap<>();
        private final Set<String> networks = new HashSet<>();
        private final Set<String> devices = new HashSet<>();
        private final Rows rows;
        private final String key;

        Reader(final Rows rows, final String key) {
            this.rows = rows;
            this.key = key;
        }

        ProviderMappings read(final String text) {
            for (final var part : text.split(",")) {
                if (!part.isBlank()) {
                    read(part.split(":", -1), part.strip());
                }
            }
            return new ProviderMappings(List.copyOf(good), Set.copyOf(blocked), problems);
        }

        private void read(final String[] words, final String part) {
            if (words.length != 2 || words[0].isBlank() || words[1].isBlank()) {
                add(NO_NETWORK, key + " has '" + part + "', which is not NETWORK:DEVICE");
                return;
            }
            final var network = words[0].strip();
            final var device = words[1].strip();
            if (!networks.add(network)) {
                // The first of them holds.
                add(NO_NETWORK, key + " names " + network + " twice");
            } else if (!devices.add(device)) {
                add(network, key + " names " + device + " twice");
            } else if (device.equals(Rows.INTEGRATION_BRIDGE)) {
                add(network, key + " names " + device + " itself");
            } else {
                add(new ProviderMapping(network, device, rows.named(OvsTable.BRIDGE, device)));
            }
        }

        private void add(final String network, final String problem) {
            problems.merge(network, problem, (one, other) -> one + "; " + other);
        }

        private void add(final ProviderMapping mapping) {
            final var obstacle = mapping.bridge().map(this::obstacle).orElseGet(() -> obstacle(mapping.device()));
            obstacle.ifPresentOrElse(text -> {
                blocked.add(mapping.device());
                add(mapping.network(), text);
            }, () -> good.add(mapping));
        }

        /** Patch ports join bridges of one datapath only. */
        private Optional<String> obstacle(final Row bridge) {
            final var type = DatapathType.of(bridge);
            return rows.integrationBridge().map(DatapathType::of).filter(own -> !own.equals(type))
                .map(own -> "bridge " + bridge.text("name").orElse("") + " has datapath type " + type
                    + ", but br-int has " + own);
        }

        private Optional<String> obstacle(final String device) {
            final var patch = rows.named(OvsTable.PORT, ProviderMapping.patch(device)).filter(Stamp::isOn);
            if (patch.isPresent()) {
                // It was a bridge and may become one again, which an interface of its name would prevent.
                return Optional.of("bridge " + device + " is gone");
            }
            return rows.rows(OvsTable.BRIDGE).stream()
                .filter(bridge -> bridge.text("name").filter(Rows.INTEGRATION_BRIDGE::equals).isEmpty())
                .filter(bridge -> rows.interfaces(bridge).stream()
                    .anyMatch(row -> row.text("name").filter(device::equals).isPresent()))
                .map(bridge -> "interface " + device + " belongs to bridge " + bridge.text("name").orElse(""))
                .sorted().findFirst();
        }
    }
}
