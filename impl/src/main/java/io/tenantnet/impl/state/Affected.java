/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.state;

import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Placement;
import io.tenantnet.impl.share.SharedMap;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Whose state may be another from one moment to the next. */
final class Affected {
    private final Moment before;
    private final Moment after;
    private final Set<UUID> ports;
    private final Set<UUID> networks;
    private final Set<String> hosts;

    Affected(final Moment before, final Moment after) {
        this.before = before;
        this.after = after;
        ports = differences(its -> its.model().tenant().ports());
        ports.addAll(differences(its -> its.resolved().ports()));
        ports.addAll(differences(its -> its.resolved().problems().ports()));
        ports.addAll(differences(its -> its.resolved().problems().security()));
        ports.addAll(differences(its -> its.resolved().problems().qos()));
        final var placements = differences(its -> its.resolved().networks());
        placements.forEach(id -> Optional.ofNullable(after.resolved().networks().get(id)).ifPresent(this::addPortsOf));
        networks = differences(its -> its.model().tenant().networks());
        networks.addAll(differences(its -> its.resolved().segments()));
        networks.addAll(differences(its -> its.resolved().problems().networks()));
        networks.addAll(placements);
        final var reports = differences(Moment::reports);
        reports.removeIf(id -> Objects.equals(before.reports().get(id), after.reports().get(id)));
        reports.forEach(id -> addPortsOf(id, before.reports().get(id), after.reports().get(id)));
        hosts = differences(its -> its.model().hosts());
        hosts.forEach(id -> addPortsOf(id, before.model().hosts().get(id), after.model().hosts().get(id)));
        if (!hosts.stream().allMatch(this::isJoinedAsBefore)) {
            networks.addAll(after.model().tenant().networks().keySet());
        }
        if (hosts.stream().allMatch(this::keepsAddress)
                && before.model().tenant().settings().mode() == after.model().tenant().settings().mode()
                && before.resolved().problems().tunnels().equals(after.resolved().problems().tunnels())) {
            hosts.addAll(reports);
            hosts.addAll(differences(its -> its.resolved().sites()));
            hosts.addAll(differences(its -> its.resolved().problems().interfaces()));
        } else {
            hosts.addAll(before.model().hosts().keySet());
            hosts.addAll(after.model().hosts().keySet());
        }
    }

    private <K> Set<K> differences(final Function<Moment, Map<K, ?>> map) {
        return SharedMap.differences(map.apply(before), map.apply(after));
    }

    private boolean keepsAddress(final String hostId) {
        final var old = before.model().hosts().get(hostId);
        final var now = after.model().hosts().get(hostId);
        return old != null && now != null && old.tunnelAddress().equals(now.tunnelAddress());
    }

    private boolean isJoinedAsBefore(final String hostId) {
        return unjoined(before.model().hosts().get(hostId)).equals(unjoined(after.model().hosts().get(hostId)));
    }

    private static Map<String, String> unjoined(final Host host) {
        return host == null ? Map.of() : host.unjoined();
    }

    /** Where a switch is not connected, it counts whether its host is. */
    private void addPortsOf(final String hostId, final Host old, final Host now) {
        if (old == null || now == null || old.connected() != now.connected()) {
            addPortsOn(hostId);
        }
    }

    private void addPortsOf(final String hostId, final SwitchReport old, final SwitchReport now) {
        if (old == null || now == null || old.isWhollyOpen() || now.isWhollyOpen()) {
            addPortsOn(hostId);
            return;
        }
        final Set<Scope> scopes = new HashSet<>(old.unconfirmed());
        scopes.addAll(now.unconfirmed());
        if (old.problem().equals(now.problem()) && old.refused().equals(now.refused())) {
            scopes.removeIf(scope -> old.unconfirmed().contains(scope) && now.unconfirmed().contains(scope));
        }
        scopes.forEach(scope -> addPortsOf(hostId, scope));
    }

    private void addPortsOf(final String hostId, final Scope scope) {
        if (scope instanceof Scope.OfPort port) {
            ports.add(port.id());
        } else if (scope instanceof Scope.OfNetwork network) {
            Optional.ofNullable(after.resolved().networks().get(network.id())).ifPresent(this::addPortsOf);
        } else if (scope instanceof Scope.OfPolicy policy) {
            after.resolved().networks().values().forEach(network -> add(network.on(hostId),
                port -> port.guard().filter(guard -> guard.policy() == policy.id()).isPresent()));
        }
    }

    /** The ports of all networks that are on a host: they are reached from there. */
    private void addPortsOn(final String hostId) {
        after.resolved().networks().values().stream().filter(network -> network.ports().containsKey(hostId))
            .forEach(this::addPortsOf);
    }

    private void addPortsOf(final Placement network) {
        network.ports().values().forEach(here -> add(here, port -> true));
    }

    private void add(final Collection<BoundPort> some, final Predicate<BoundPort> which) {
        some.stream().filter(which).forEach(port -> ports.add(port.port().id()));
    }

    /** The ports, some of which may be gone. */
    Set<UUID> ports() {
        return ports;
    }

    /** The networks, some of which may be gone. */
    Set<UUID> networks() {
        return networks;
    }

    /** The hosts, some of which may be gone. */
    Set<String> hosts() {
        return hosts;
    }
}
