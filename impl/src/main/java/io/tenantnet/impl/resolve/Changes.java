/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import com.google.common.collect.Sets;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.share.SharedMap;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells which scopes of which hosts may render differently after a change. */
public final class Changes {
    private final Map<String, Set<Scope>> dirty = new HashMap<>();
    private final Resolved before;
    private final Resolved after;
    private final RoutingChanges routing;

    private Changes(final Resolved before, final Resolved after) {
        this.before = before;
        this.after = after;
        routing = new RoutingChanges(before, after, this::mark);
    }

    /** By host id, the scopes to render again. A scope that is not named renders as before. */
    public static Map<String, Set<Scope>> between(final Resolved before, final Resolved after) {
        final var changes = new Changes(before, after);
        SharedMap.differences(before.sites(), after.sites()).forEach(changes::compareSite);
        SharedMap.differences(before.networks(), after.networks()).forEach(changes::compareNetwork);
        SharedMap.differences(before.ports(), after.ports()).forEach(changes::comparePort);
        changes.routing.compare();
        return changes.dirty;
    }

    /** Every scope that may render to anything on the host. */
    public static Set<Scope> all(final Resolved resolved, final String hostId) {
        final var site = resolved.sites().get(hostId);
        if (site == null) {
            return Set.of();
        }
        final var scopes = new HashSet<Scope>();
        scopes.add(new Scope.OfSwitch());
        site.security().policies().keySet().forEach(id -> scopes.add(new Scope.OfPolicy(id)));
        resolved.networks().forEach((id, network) -> {
            if (network.knownTo().contains(hostId)) {
                scopes.add(new Scope.OfNetwork(id));
                network.ports().values().forEach(ports ->
                    ports.forEach(port -> scopes.add(new Scope.OfPort(port.port().id()))));
            }
        });
        resolved.routers().keySet().forEach(id -> scopes.add(new Scope.OfRouter(id)));
        resolved.floating().keySet().forEach(id -> scopes.add(new Scope.OfFloatingIp(id)));
        resolved.forwarded().keySet().forEach(id -> scopes.add(new Scope.OfFloatingIp(id)));
        return scopes;
    }

    private void compareSite(final String hostId) {
        final var old = before.sites().get(hostId);
        final var now = after.sites().get(hostId);
        if (Objects.equals(old, now)) {
            return;
        }
        mark(hostId, new Scope.OfSwitch());
        compareSecurity(hostId, old == null ? SitePolicies.NONE : old.security(),
            now == null ? SitePolicies.NONE : now.security());
        final Map<NetworkType, Set<String>> moved = new EnumMap<>(NetworkType.class);
        for (final var type : NetworkType.values()) {
            final var oldWays = old == null ? Map.<String, Site.Egress>of() : old.egress(type);
            final var newWays = now == null ? Map.<String, Site.Egress>of() : now.egress(type);
            moved.put(type, union(oldWays, newWays).stream()
                .filter(peer -> !Objects.equals(oldWays.get(peer), newWays.get(peer))).collect(Collectors.toSet()));
        }
        final var oldWires = old == null ? Map.<String, Integer>of() : old.providers();
        final var newWires = now == null ? Map.<String, Integer>of() : now.providers();
        routing.siteChanged(hostId, moved.values().stream().flatMap(Set::stream).collect(Collectors.toSet()),
            !oldWires.equals(newWires));
        if (oldWires.equals(newWires) && moved.values().stream().allMatch(Set::isEmpty)
                && vteps(old).equals(vteps(now))) {
            return;
        }
        after.networks().forEach((id, network) -> {
            if (network.knownTo().contains(hostId)) {
                final var peers = moved.get(network.segment().type());
                if (peers.stream().anyMatch(network::isOn)) {
                    mark(hostId, new Scope.OfNetwork(id));
                    peers.forEach(peer -> markPorts(hostId, network, peer));
                }
                network.segment().network().physicalNetwork()
                    .filter(name -> !Objects.equals(oldWires.get(name), newWires.get(name)))
                    .ifPresent(name -> mark(hostId, new Scope.OfNetwork(id)));
            }
        });
        if (!vteps(old).equals(vteps(now))) {
            after.networks().forEach((id, network) -> {
                if (network.isOn(hostId) && !network.wire().vteps().isEmpty()) {
                    mark(hostId, new Scope.OfNetwork(id));
                }
            });
        }
    }

    private static Map<IpAddress, Site.Egress> vteps(final Site site) {
        return site == null ? Map.of() : site.vteps();
    }

    private void compareSecurity(final String hostId, final SitePolicies old, final SitePolicies now) {
        union(old.policies(), now.policies()).stream()
            .filter(id -> !Objects.equals(old.policies().get(id), now.policies().get(id)))
            .forEach(id -> mark(hostId, new Scope.OfPolicy(id)));
        final var asked = new HashSet<>(Sets.symmetricDifference(old.ingressPeers(), now.ingressPeers()));
        asked.addAll(Sets.symmetricDifference(old.egressPeers(), now.egressPeers()));
        if (!asked.isEmpty()) {
            after.ports().forEach((id, port) -> {
                if (port.guard().filter(guard -> guard.isIn(asked)).isPresent()
                        && after.networks().get(port.port().networkId()).knownTo().contains(hostId)) {
                    mark(hostId, new Scope.OfPort(id));
                }
            });
        }
    }

    private void compareNetwork(final UUID id) {
        final var old = before.networks().get(id);
        final var now = after.networks().get(id);
        final var oldHosts = old == null ? Set.<String>of() : old.carriers();
        final var newHosts = now == null ? Set.<String>of() : now.carriers();
        final var oldOutside = old == null ? Set.<String>of() : old.outside();
        final var newOutside = now == null ? Set.<String>of() : now.outside();
        final boolean sameSegment = old != null && now != null && old.segment().equals(now.segment());
        final var oldRouted = old == null ? Set.<String>of() : old.routedFrom();
        final var newRouted = now == null ? Set.<String>of() : now.routedFrom();
        final boolean sameWire = old != null && now != null && old.wire().equals(now.wire());
        if (sameSegment && sameWire && oldHosts.equals(newHosts) && oldRouted.equals(newRouted)
                && oldOutside.equals(newOutside) && old.neighbours().equals(now.neighbours())
                && old.routerMacs().equals(now.routerMacs()) && old.servers().equals(now.servers())) {
            return;
        }
        final var hosts = new HashSet<>(oldHosts);
        hosts.addAll(newHosts);
        hosts.addAll(oldRouted);
        hosts.addAll(newRouted);
        for (final var hostId : hosts) {
            mark(hostId, new Scope.OfNetwork(id));
            if (!sameSegment || oldHosts.contains(hostId) != newHosts.contains(hostId)
                    || oldRouted.contains(hostId) != newRouted.contains(hostId)
                    || oldOutside.contains(hostId) != newOutside.contains(hostId)) {
                markAllPorts(hostId, old);
                markAllPorts(hostId, now);
                routing.networkChanged(hostId, id);
            }
        }
    }

    private void comparePort(final UUID id) {
        final var old = before.ports().get(id);
        final var now = after.ports().get(id);
        if (!Objects.equals(old, now)) {
            spread(old, before);
            spread(now, after);
        }
    }

    private void spread(final BoundPort port, final Resolved resolved) {
        if (port == null) {
            return;
        }
        final var networkId = port.port().networkId();
        mark(port.hostId(), new Scope.OfNetwork(networkId));
        resolved.networks().get(networkId).knownTo()
            .forEach(hostId -> mark(hostId, new Scope.OfPort(port.port().id())));
    }

    private void markAllPorts(final String hostId, final Placement network) {
        if (network != null) {
            network.ports().keySet().forEach(place -> markPorts(hostId, network, place));
        }
    }

    private void markPorts(final String hostId, final Placement network, final String place) {
        final var ports = network.ports().get(place);
        if (ports != null) {
            ports.forEach(port -> mark(hostId, new Scope.OfPort(port.port().id())));
        }
    }

    private void mark(final String hostId, final Scope scope) {
        dirty.computeIfAbsent(hostId, id -> new HashSet<>()).add(scope);
    }

    static <K> Set<K> union(final Map<K, ?> one, final Map<K, ?> other) {
        final var keys = new HashSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }
}
