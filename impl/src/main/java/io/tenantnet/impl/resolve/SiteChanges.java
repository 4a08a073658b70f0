/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import com.google.common.collect.Sets;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.net.IpAddress;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;

/** The part of {@link Changes} about hosts: their ways to each other and to the wires, and the policies they enforce. */
final class SiteChanges {
    private final Resolved before;
    private final Resolved after;
    private final RoutingChanges routing;
    private final BiConsumer<String, Scope> mark;

    SiteChanges(final Resolved before, final Resolved after, final RoutingChanges routing,
            final BiConsumer<String, Scope> mark) {
        this.before = before;
        this.after = after;
        this.routing = routing;
        this.mark = mark;
    }

    void compare(final String hostId) {
        final var old = before.sites().get(hostId);
        final var now = after.sites().get(hostId);
        if (Objects.equals(old, now)) {
            return;
        }
        mark.accept(hostId, new Scope.OfSwitch());
        compareSecurity(hostId, old == null ? SitePolicies.NONE : old.security(),
            now == null ? SitePolicies.NONE : now.security());
        compareWays(hostId, old, now);
    }

    private void compareWays(final String hostId, final @Nullable Site old, final @Nullable Site now) {
        final var moved = moved(old, now);
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
                    mark.accept(hostId, new Scope.OfNetwork(id));
                    peers.forEach(peer -> markPorts(hostId, network.ports().get(peer)));
                }
                network.segment().network().physicalNetwork()
                    .filter(name -> !Objects.equals(oldWires.get(name), newWires.get(name)))
                    .ifPresent(name -> mark.accept(hostId, new Scope.OfNetwork(id)));
            }
        });
        if (!vteps(old).equals(vteps(now))) {
            after.networks().forEach((id, network) -> {
                if (network.isOn(hostId) && !network.wire().vteps().isEmpty()) {
                    mark.accept(hostId, new Scope.OfNetwork(id));
                }
            });
        }
    }

    /** By the type of network, the hosts to which the way is another. */
    private static Map<NetworkType, Set<String>> moved(final @Nullable Site old, final @Nullable Site now) {
        final Map<NetworkType, Set<String>> moved = new EnumMap<>(NetworkType.class);
        for (final var type : NetworkType.values()) {
            final var oldWays = old == null ? Map.<String, Site.Egress>of() : old.egress(type);
            final var newWays = now == null ? Map.<String, Site.Egress>of() : now.egress(type);
            moved.put(type, Changes.union(oldWays, newWays).stream()
                .filter(peer -> !Objects.equals(oldWays.get(peer), newWays.get(peer))).collect(Collectors.toSet()));
        }
        return moved;
    }

    private static Map<IpAddress, Site.Egress> vteps(final @Nullable Site site) {
        return site == null ? Map.of() : site.vteps();
    }

    private void compareSecurity(final String hostId, final SitePolicies old, final SitePolicies now) {
        Changes.union(old.policies(), now.policies()).stream()
            .filter(id -> !Objects.equals(old.policies().get(id), now.policies().get(id)))
            .forEach(id -> mark.accept(hostId, new Scope.OfPolicy(id)));
        final var asked = new HashSet<>(Sets.symmetricDifference(old.ingressPeers(), now.ingressPeers()));
        asked.addAll(Sets.symmetricDifference(old.egressPeers(), now.egressPeers()));
        if (!asked.isEmpty()) {
            after.ports().forEach((id, port) -> {
                if (port.guard().filter(guard -> guard.isIn(asked)).isPresent()
                        && after.networks().get(port.port().networkId()).knownTo().contains(hostId)) {
                    mark.accept(hostId, new Scope.OfPort(id));
                }
            });
        }
    }

    private void markPorts(final String hostId, final @Nullable Collection<BoundPort> ports) {
        if (ports != null) {
            ports.forEach(port -> mark.accept(hostId, new Scope.OfPort(port.port().id())));
        }
    }
}
