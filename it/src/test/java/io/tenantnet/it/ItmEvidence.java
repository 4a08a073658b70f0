/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What explains why Genius ITM has made no tunnels: what stands in each of the stores through which a tunnel passes on its way to
 * the switch, and what the threads that carry it there are doing.
 */
record ItmEvidence(Map<Store, Set<String>> stores, List<String> threads) {
    private static final List<String> THREADS = List.of("transaction-invoker-impl", "jobcoordinator-main-task",
        "ResourceBatchingManager", "OVSDB connection");
    private static final String OPENDAYLIGHT = "\tat org.opendaylight.";
    private static final int FRAMES = 4;

    /** In the order in which a tunnel passes them, and what of them tells one entry from another. */
    enum Store {
        ZONE("itm:transport-zones?content=config", "\"dpn-id\":\"(\\d+)"),
        ENDPOINTS("itm-state:dpn-endpoints?content=config", "\"DPN-ID\":\"(\\d+)"),
        TUNNELS("itm-state:tunnel-list?content=config", "(tun[0-9a-f]{11})"),
        INTERFACES("ietf-interfaces:interfaces?content=config", "\"name\":\"(tun[0-9a-f]{11})"),
        BRIDGES("odl-interface-meta:bridge-ref-info?content=nonconfig", "\"dpid\":\"(\\d+)"),
        WANTED_PORTS("network-topology:network-topology/topology=ovsdb%3A1?content=config", "\"tp-id\":\"(tun[0-9a-f]{11})"),
        SEEN_NODES("network-topology:network-topology/topology=ovsdb%3A1?content=nonconfig",
            "\"node-id\":\"ovsdb://uuid/([^\"]+)"),
        SEEN_PORTS("network-topology:network-topology/topology=ovsdb%3A1?content=nonconfig", "\"tp-id\":\"(tun[0-9a-f]{11})"),
        LOCKS("lock-manager:locks?content=nonconfig", "\"lock-name\":\"([^\"]+)");

        private final String path;
        private final Pattern entry;

        Store(final String path, final String entry) {
            this.path = path;
            this.entry = Pattern.compile(entry);
        }

        private Set<String> read(final Bench bench) {
            final var text = bench.rest().get(path).text().replaceAll("\\s+", "");
            return entry.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static ItmEvidence read(final Bench bench) {
        final var stores = new EnumMap<Store, Set<String>>(Store.class);
        for (final var store : Store.values()) {
            stores.put(store, store.read(bench));
        }
        return new ItmEvidence(stores, threads(bench.controller().threads()));
    }

    /** What they are doing, and which have ended by an exception. */
    private static List<String> threads(final String dump) {
        final var found = new ArrayList<String>();
        for (final var thread : dump.split("\n\n")) {
            final var lines = thread.lines().toList();
            if (!lines.isEmpty() && THREADS.stream().anyMatch(name -> lines.get(0).startsWith("\"" + name))) {
                found.add(lines.get(0).replaceAll("^\"([^\"]+)\".*", "$1") + lines.stream()
                    .filter(line -> line.contains(OPENDAYLIGHT)).limit(FRAMES)
                    .map(line -> line.replaceAll(".*\\.([^.]+\\.[^.(]+)\\(.*", "$1")).toList());
            }
        }
        dump.lines().filter(line -> line.startsWith("Exception in thread")).forEach(found::add);
        return found;
    }
}
