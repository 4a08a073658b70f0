/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.allocate;

import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.model.TenantModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Which objects are to be given which numbers, and which give theirs back.
 *
 * @param given    numbers to give, by object
 * @param returned objects whose number is free again
 */
public record AllocationPlan(Map<UUID, Integer> given, Set<UUID> returned) {
    /** The highest number of a router: its zone of connection tracking is below 65280. */
    public static final int LAST_ROUTER = 16_127;

    /**
     * Plans the segmentation ids of networks: every vxlan network that asks for none keeps the one it has, or is given
     * the lowest in the range that no network asks for or has. A network whose identifier another now asks for is given
     * a new one.
     *
     * @param tenant      the model
     * @param allocations the identifiers that networks have been given
     */
    public static AllocationPlan ofNetworks(final TenantModel tenant, final Map<UUID, Integer> allocations) {
        final Set<Integer> used = new HashSet<>();
        final Set<UUID> asking = new TreeSet<>();
        tenant.networks().values().stream().filter(network -> network.type() == NetworkType.VXLAN).forEach(network -> {
            network.segmentationId().ifPresent(used::add);
            if (network.segmentationId().isEmpty()) {
                asking.add(network.id());
            }
        });
        return of(asking, used, tenant.settings().firstVni(), tenant.settings().lastVni(), allocations);
    }

    /**
     * Plans the numbers of routers, 1..{@link #LAST_ROUTER}: every router has one.
     *
     * @param tenant      the model
     * @param allocations the numbers that routers have been given
     */
    public static AllocationPlan ofRouters(final TenantModel tenant, final Map<UUID, Integer> allocations) {
        return of(new TreeSet<>(tenant.l3().routers().keySet()), new HashSet<>(), 1, LAST_ROUTER, allocations);
    }

    private static AllocationPlan of(final Set<UUID> asking, final Set<Integer> used, final int first, final int last,
            final Map<UUID, Integer> allocations) {
        final Set<UUID> returned = new HashSet<>();
        final Set<UUID> keeping = new HashSet<>();
        allocations.forEach((object, number) -> {
            if (asking.contains(object) && used.add(number)) {
                keeping.add(object);
            } else {
                returned.add(object);
            }
        });
        asking.removeAll(keeping);
        final Map<UUID, Integer> given = new HashMap<>();
        int next = first;
        for (final var object : asking) {
            while (next <= last && used.contains(next)) {
                next++;
            }
            if (next > last) {
                break;
            }
            given.put(object, next++);
        }
        returned.removeAll(given.keySet());
        return new AllocationPlan(given, returned);
    }

    /** Whether nothing changes. */
    public boolean isEmpty() {
        return given.isEmpty() && returned.isEmpty();
    }

    /** The numbers that objects have when the plan is carried out. */
    public Map<UUID, Integer> applyTo(final Map<UUID, Integer> allocations) {
        final var all = new HashMap<>(allocations);
        all.keySet().removeAll(returned);
        all.putAll(given);
        return Map.copyOf(all);
    }
}
