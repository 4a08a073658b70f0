/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * From which hosts which networks are routed to. A router works on the host of the machine that sends, and where a route of
 * it leads to another router, that one works there too, and so on.
 */
final class Reach {
    /** By router, the hosts on which packets come to it. */
    private final Map<UUID, Set<String>> works = new HashMap<>();
    /** By router and network, the hosts on which other routers hand packets to it there. */
    private final Map<UUID, SortedMap<UUID, SortedSet<String>>> relays = new HashMap<>();
    private final Map<UUID, Set<String>> reached = new HashMap<>();
    private final Map<UUID, ResolvedRouter> routers;

    /**
     * Follows all routes, round in circles where they lead so.
     *
     * @param routers  all routers
     * @param presence by network, the hosts that have a port of it
     */
    Reach(final Map<UUID, ResolvedRouter> routers, final Map<UUID, Set<String>> presence) {
        this.routers = routers;
        final var changed = new ArrayDeque<ResolvedRouter>();
        routers.values().forEach(router -> {
            final var hosts = new HashSet<String>();
            router.interfaces().forEach(one -> hosts.addAll(presence.getOrDefault(one.networkId(), Set.of())));
            router.gateway().ifPresent(gateway -> hosts.add(gateway.hostId()));
            works.put(router.id(), hosts);
            changed.add(router);
        });
        while (!changed.isEmpty()) {
            final var router = changed.remove();
            final var hosts = works.get(router.id());
            for (final var path : router.paths()) {
                if (path.router().isPresent() && !hosts.isEmpty()) {
                    final var next = routers.get(path.router().get());
                    relays.computeIfAbsent(next.id(), id -> new TreeMap<>())
                        .computeIfAbsent(path.exit().networkId(), id -> new TreeSet<>()).addAll(hosts);
                    if (works.get(next.id()).addAll(hosts)) {
                        changed.add(next);
                    }
                }
            }
        }
        routers.values().forEach(router -> router.interfaces().forEach(one ->
            reached.computeIfAbsent(one.networkId(), id -> new HashSet<>()).addAll(works.get(router.id()))));
    }

    /** The hosts that have a port in a network from which routers lead to a network, and those where packets for it come in. */
    Set<String> hosts(final UUID networkId) {
        return reached.getOrDefault(networkId, Set.of());
    }

    /** The routers, with where they relay. */
    Map<UUID, ResolvedRouter> routers() {
        final var all = new HashMap<>(routers);
        relays.forEach((id, where) -> all.put(id, all.get(id).relaying(where)));
        return all;
    }
}
