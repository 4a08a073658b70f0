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
 * Which networks are to be given which identifiers, and which give theirs back.
 *
 * @param given    identifiers to give, by network
 * @param returned networks whose identifier is free again
 */
public record AllocationPlan(Map<UUID, Integer> given, Set<UUID> returned) {

    /**
     * Plans for a model: every vxlan network that asks for no identifier keeps the one it has, or is given the lowest in
     * the range that no network asks for or has. A network whose identifier another now asks for is given a new one.
     *
     * @param tenant      the model
     * @param allocations the identifiers that networks have been given
     */
    public static AllocationPlan of(final TenantModel tenant, final Map<UUID, Integer> allocations) {
        final Set<Integer> used = new HashSet<>();
        final Set<UUID> asking = new TreeSet<>();
        tenant.networks().values().stream().filter(network -> network.type() == NetworkType.VXLAN).forEach(network -> {
            network.segmentationId().ifPresent(used::add);
            if (network.segmentationId().isEmpty()) {
                asking.add(network.id());
            }
        });
        final Set<UUID> returned = new HashSet<>();
        final Set<UUID> keeping = new HashSet<>();
        allocations.forEach((network, vni) -> {
            if (asking.contains(network) && used.add(vni)) {
                keeping.add(network);
            } else {
                returned.add(network);
            }
        });
        asking.removeAll(keeping);
        final Map<UUID, Integer> given = new HashMap<>();
        int next = tenant.settings().firstVni();
        for (final var network : asking) {
            while (next <= tenant.settings().lastVni() && used.contains(next)) {
                next++;
            }
            if (next > tenant.settings().lastVni()) {
                break;
            }
            given.put(network, next++);
        }
        returned.removeAll(given.keySet());
        return new AllocationPlan(given, returned);
    }

    /** Whether nothing changes. */
    public boolean isEmpty() {
        return given.isEmpty() && returned.isEmpty();
    }

    /** The identifiers that networks have when the plan is carried out. */
    public Map<UUID, Integer> applyTo(final Map<UUID, Integer> allocations) {
        final var all = new HashMap<>(allocations);
        all.keySet().removeAll(returned);
        all.putAll(given);
        return Map.copyOf(all);
    }
}
