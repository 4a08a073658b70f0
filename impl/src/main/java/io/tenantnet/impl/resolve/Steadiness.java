/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.PortForwarding;
import io.tenantnet.impl.share.SharedMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells whether two models have the same {@link Ground}. Where it is not sure, it says no. */
final class Steadiness {
    private final Resolution before;
    private final Model after;

    Steadiness(final Resolution before, final Model after) {
        this.before = before;
        this.after = after;
    }

    /** Whether they have, so that only places of ports and what follows from these can differ. */
    boolean isGiven() {
        final var model = before.model();
        return withoutMachines(model).equals(withoutMachines(after))
            && model.hosts().keySet().equals(after.hosts().keySet())
            && SharedMap.differences(model.hosts(), after.hosts()).stream()
                .allMatch(id -> differInMachines(model.hosts().get(id), after.hosts().get(id)))
            && changedPorts().stream()
                .flatMap(id -> Stream.of(model.tenant().ports(), after.tenant().ports())
                    .map(ports -> ports.get(id)).filter(Objects::nonNull))
                .allMatch(this::isMachine);
    }

    /** The ports that differ. */
    Set<UUID> changedPorts() {
        final var old = before.model().tenant().ports();
        final var now = after.tenant().ports();
        final var ids = SharedMap.differences(old, now);
        ids.removeIf(id -> Objects.equals(old.get(id), now.get(id)));
        return ids;
    }

    /** The interfaces that differ. */
    Set<Spot> changedSpots() {
        final var old = before.model().hosts();
        final Set<Spot> spots = new HashSet<>();
        SharedMap.differences(old, after.hosts()).forEach(id ->
            Ties.changedInterfaces(old.get(id).interfaces(), after.hosts().get(id).interfaces())
                .forEach(name -> spots.add(new Spot(id, name))));
        return spots;
    }

    /** Resolving does not ask whether a model is complete. */
    private static Model withoutMachines(final Model model) {
        return new Model(model.tenant().withPorts(Map.of()), Map.of(), model.presence(), model.neighbours(), model.vteps(),
            true);
    }

    /** Tunnels are what hosts reach each other through. What a switch says of its controller is nothing to the flows. */
    private static boolean differInMachines(final Host one, final Host other) {
        return one.with(Map.of()).equals(other.with(Map.of()).withOpenFlow(one.openFlow()))
            && Ties.changedInterfaces(one.interfaces(), other.interfaces()).stream()
                .flatMap(name -> Stream.of(one, other).map(host -> host.interfaces().get(name)).filter(Objects::nonNull))
                .allMatch(there -> there.tunnelPeer().isEmpty());
    }

    /** Whether a port is nothing to routers, physical networks and hardware VTEPs. */
    private boolean isMachine(final Port port) {
        final var l3 = after.tenant().l3();
        return !port.isRouterInterface() && !before.ground().vteps().wires().containsKey(port.networkId())
            && l3.routers().values().stream().noneMatch(router ->
                router.gateway().filter(gateway -> gateway.networkId().equals(port.networkId())).isPresent()
                || router.routes().stream().anyMatch(route ->
                    port.fixedIps().stream().anyMatch(ip -> ip.address().equals(route.nexthop()))));
    }

    /** Whether no trunk, all of which are looked at together, has to do with a region. */
    boolean hasNoTrunksIn(final Region region) {
        final var trunks = after.tenant().trunks().values();
        return trunks.stream().noneMatch(trunk -> region.ports().contains(trunk.parentId())
                || trunk.subPorts().stream().anyMatch(one -> region.ports().contains(one.portId())))
            && trunks.stream().flatMap(trunk -> trunk.subPorts().stream())
                .map(one -> before.resolved().ports().get(one.portId())).filter(Objects::nonNull)
                // The numbers of sub-ports keep out of the way of all others there.
                .noneMatch(port -> region.spots().stream().anyMatch(spot -> spot.hostId().equals(port.hostId())));
    }

    /** Whether floating IPs and port forwardings find the ports of a region as they were. */
    boolean keepsFloating(final Region region, final PortResolver now) {
        final var l3 = after.tenant().l3();
        return Stream.concat(l3.floatingIps().values().stream().flatMap(floating -> floating.portId().stream()),
                l3.portForwardings().values().stream().map(PortForwarding::portId))
            .filter(region.ports()::contains)
            .allMatch(id -> isSame(before.resolved().ports().get(id), now.bound().get(id))
                && Objects.equals(before.resolved().problems().ports().get(id), now.problems().get(id)));
    }

    private static boolean isSame(final BoundPort one, final BoundPort other) {
        return one == null || other == null ? one == other : one.port().equals(other.port())
            && one.segment().equals(other.segment()) && one.place().equals(other.place());
    }
}
