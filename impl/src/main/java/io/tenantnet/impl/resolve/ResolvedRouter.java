/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A router that can be programmed.
 *
 * @param id         its uuid
 * @param interfaces what it has in which network, in the order of the ports' uuids
 * @param paths      where it sends what; of two for one destination the first counts
 * @param zone       its zone of connection tracking, by which packets outside are known as its own; 0 where it has none
 * @param gateway    its way to the world outside
 * @param exits      the hosts from which it sends packets outside: the gateway's, and those of floating IPs
 * @param forwards   whether ports of floating IPs lead through it
 * @param relays     by network, the hosts on which other routers hand packets to it there
 */
public record ResolvedRouter(UUID id, List<RouterInterface> interfaces, List<RoutePath> paths, int zone,
        Optional<Gateway> gateway, SortedSet<String> exits, boolean forwards,
        Map<UUID, SortedSet<String>> relays) {
    /** A router's zone of connection tracking is above this by its number less one; the zones below are the ports'. */
    static final int ZONES = 49_152;

    public ResolvedRouter {
        interfaces = List.copyOf(interfaces);
        paths = List.copyOf(paths);
        relays = Map.copyOf(relays);
    }

    /** A router without a way to the world outside. */
    ResolvedRouter(final UUID id, final List<RouterInterface> interfaces, final List<RoutePath> paths) {
        this(id, interfaces, paths, 0, Optional.empty(), Collections.emptySortedSet(), false, Map.of());
    }

    /** The same with a number, 1..16127, and a gateway. */
    ResolvedRouter with(final int number, final Gateway its) {
        return new ResolvedRouter(id, interfaces, paths, ZONES + number - 1, Optional.of(its),
            Collections.unmodifiableSortedSet(new TreeSet<>(List.of(its.hostId()))), false, relays);
    }

    /** The same with more hosts from which it sends packets outside. */
    ResolvedRouter serving(final Collection<String> hosts, final boolean forwarding) {
        final var all = new TreeSet<>(exits);
        all.addAll(hosts);
        return new ResolvedRouter(id, interfaces, paths, zone, gateway, Collections.unmodifiableSortedSet(all), forwarding,
            relays);
    }

    /** The same with where other routers hand packets to it. */
    ResolvedRouter relaying(final Map<UUID, SortedSet<String>> hosts) {
        return new ResolvedRouter(id, interfaces, paths, zone, gateway, exits, forwards, hosts);
    }

    /** Whether other routers hand packets to it in a network, on a host. */
    public boolean relaysOn(final String hostId, final UUID networkId) {
        return relays.containsKey(networkId) && relays.get(networkId).contains(hostId);
    }

    /** Whether its way to the world outside is through a host. */
    public boolean leavesFrom(final String hostId) {
        return gateway.filter(its -> its.hostId().equals(hostId)).isPresent();
    }
}
