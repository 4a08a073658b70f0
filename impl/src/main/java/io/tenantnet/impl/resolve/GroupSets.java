/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.share.SharedMap;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Which sets of security groups ports have: of each set the number of ports, in all and on each host.
 *
 * @param all    by set the number of ports that have just these groups
 * @param byHost the same of each host with such ports
 */
record GroupSets(Map<SortedSet<UUID>, Integer> all, SharedMap<String, Map<SortedSet<UUID>, Integer>> byHost) {
    /** Of no ports. */
    static final GroupSets NONE = new GroupSets(Map.of(), SharedMap.empty());

    /** Those of other ports, given that these are those of the first. */
    GroupSets next(final Collection<BoundPort> gone, final Collection<BoundPort> come) {
        final Map<SortedSet<UUID>, Integer> total = new HashMap<>();
        final Map<String, Map<SortedSet<UUID>, Integer>> changes = new HashMap<>();
        count(gone, -1, total, changes);
        count(come, 1, total, changes);
        final var hosts = byHost.edit();
        changes.forEach((hostId, change) -> {
            final var left = sum(on(hostId), change);
            if (left.isEmpty()) {
                hosts.remove(hostId);
            } else {
                hosts.put(hostId, left);
            }
        });
        return new GroupSets(sum(all, total), hosts.done());
    }

    private static void count(final Collection<BoundPort> ports, final int number,
            final Map<SortedSet<UUID>, Integer> total, final Map<String, Map<SortedSet<UUID>, Integer>> hosts) {
        ports.stream().filter(port -> !port.port().securityGroups().isEmpty()).forEach(port -> {
            final var set = of(port);
            total.merge(set, number, Integer::sum);
            hosts.computeIfAbsent(port.hostId(), id -> new HashMap<>()).merge(set, number, Integer::sum);
        });
    }

    /** The same map where nothing changes. */
    private static Map<SortedSet<UUID>, Integer> sum(final Map<SortedSet<UUID>, Integer> before,
            final Map<SortedSet<UUID>, Integer> change) {
        if (change.values().stream().allMatch(number -> number == 0)) {
            return before;
        }
        final var after = new HashMap<>(before);
        change.forEach((set, number) -> after.merge(set, number,
            (one, other) -> one + other == 0 ? null : Integer.valueOf(one + other)));
        after.values().removeIf(number -> number == 0);
        return after;
    }

    /** The groups of a port. */
    static SortedSet<UUID> of(final BoundPort port) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(port.port().securityGroups()));
    }

    /** The sets that ports of a host have, and of how many. */
    Map<SortedSet<UUID>, Integer> on(final String hostId) {
        return byHost.getOrDefault(hostId, Map.of());
    }

    /** The sets that there are. */
    Set<SortedSet<UUID>> sets() {
        return all.keySet();
    }
}
