/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.share.SharedMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

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
        final var sites = new SiteChanges(before, after, changes.routing, changes::mark);
        SharedMap.differences(before.sites(), after.sites()).forEach(sites::compare);
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
            network.ports().values().forEach(ports ->
                ports.forEach(port -> mark(hostId, new Scope.OfPort(port.port().id()))));
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
