/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Numbers interfaces in the order in which they came to their hosts, so that of two that claim the same port the newest
 * can be told. Remembers a host's interfaces while it is away: one that is still there keeps its number, one that came
 * meanwhile has none, because it may as well be what the host was left with. Used in the loop.
 */
final class Arrivals {
    private final Map<String, Map<String, Arrival>> hosts = new HashMap<>();
    private long newest;

    private record Arrival(Optional<String> ifaceId, long number) {
    }

    /**
     * Takes note of the interfaces that a host has.
     *
     * @param hostId     the host
     * @param interfaces by row UUID, which lasts as long as the interface does, what it carries as its iface-id
     * @param first      whether this is the first that was heard on this connection
     * @return by row UUID when the interface arrived; 0 for those that the host came with
     */
    Map<String, Long> observe(final String hostId, final Map<String, Optional<String>> interfaces,
            final boolean first) {
        final var known = hosts.computeIfAbsent(hostId, id -> new HashMap<>());
        known.keySet().retainAll(Set.copyOf(interfaces.keySet()));
        interfaces.forEach((uuid, ifaceId) -> {
            final var arrival = known.get(uuid);
            if (arrival == null || !arrival.ifaceId().equals(ifaceId)) {
                known.put(uuid, new Arrival(ifaceId, first ? 0 : ++newest));
            }
        });
        final var numbers = new HashMap<String, Long>();
        known.forEach((uuid, arrival) -> numbers.put(uuid, arrival.number()));
        return numbers;
    }
}
