/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.share.SharedMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Tells which scopes of routers and floating IPs may render differently after a change. */
final class RoutingChanges {
    private final Resolved before;
    private final Resolved after;
    private final BiConsumer<String, Scope> mark;

    RoutingChanges(final Resolved before, final Resolved after, final BiConsumer<String, Scope> mark) {
        this.before = before;
        this.after = after;
        this.mark = mark;
    }

    /** Compares the routers and floating IPs. */
    void compare() {
        SharedMap.differences(before.routers(), after.routers()).forEach(id -> {
            final var old = before.routers().get(id);
            final var now = after.routers().get(id);
            if (!Objects.equals(old, now)) {
                hosts(old, before).forEach(host -> mark.accept(host, new Scope.OfRouter(id)));
                hosts(now, after).forEach(host -> mark.accept(host, new Scope.OfRouter(id)));
            }
        });
        compare(before.floating(), after.floating(), FloatingAddress::outside);
        compare(before.forwarded(), after.forwarded(), ForwardedAddress::outside);
    }

    private <T> void compare(final Map<UUID, T> old, final Map<UUID, T> now, final Function<T, OutsideAddress> address) {
        SharedMap.differences(old, now).stream().filter(id -> !Objects.equals(old.get(id), now.get(id))).forEach(id -> {
            hosts(old.get(id), address, before).forEach(host -> mark.accept(host, new Scope.OfFloatingIp(id)));
            hosts(now.get(id), address, after).forEach(host -> mark.accept(host, new Scope.OfFloatingIp(id)));
        });
    }

    /** The hosts where a router works: those that carry one of its networks, inside or outside, or hand packets to it. */
    private static Set<String> hosts(final ResolvedRouter router, final Resolved resolved) {
        final var hosts = new HashSet<String>();
        if (router != null) {
            router.interfaces().forEach(one -> hosts.addAll(carriers(one.networkId(), resolved)));
            router.relays().values().forEach(hosts::addAll);
            router.gateway().ifPresent(gateway -> hosts.addAll(carriers(gateway.segment().network().id(), resolved)));
        }
        return hosts;
    }

    private static <T> Set<String> hosts(final T floating, final Function<T, OutsideAddress> address,
            final Resolved resolved) {
        return floating == null ? Set.of() : carriers(address.apply(floating).networkId(), resolved);
    }

    private static Set<String> carriers(final UUID networkId, final Resolved resolved) {
        final var network = resolved.networks().get(networkId);
        return network == null ? Set.of() : network.carriers();
    }

    /** A host carries a network now, or does no more, or the network is another. */
    void networkChanged(final String hostId, final UUID networkId) {
        for (final var resolved : List.of(before, after)) {
            resolved.routers().values().stream().filter(router ->
                router.interfaces().stream().anyMatch(one -> one.networkId().equals(networkId))
                || router.gateway().filter(its -> its.segment().network().id().equals(networkId)).isPresent())
                .forEach(router -> mark.accept(hostId, new Scope.OfRouter(router.id())));
            resolved.floating().values().stream()
                .filter(floating -> floating.outside().networkId().equals(networkId))
                .forEach(floating -> mark.accept(hostId, new Scope.OfFloatingIp(floating.id())));
            resolved.forwarded().values().stream()
                .filter(forwarded -> forwarded.outside().networkId().equals(networkId))
                .forEach(forwarded -> mark.accept(hostId, new Scope.OfFloatingIp(forwarded.id())));
        }
    }

    /** A host has other ways to some hosts, or to physical networks. */
    void siteChanged(final String hostId, final Set<String> peers, final boolean wires) {
        after.routers().values().stream().filter(router -> router.gateway().filter(gateway ->
            peers.contains(gateway.hostId())).isPresent() || wires && router.leavesFrom(hostId))
            .forEach(router -> mark.accept(hostId, new Scope.OfRouter(router.id())));
    }
}
