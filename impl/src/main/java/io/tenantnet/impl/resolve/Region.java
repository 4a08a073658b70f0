/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.HostInterface;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.model.Uuids;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;

/**
 * Ports, networks and interfaces, with all that they have to do with: the ports of a network, networks that routers join,
 * an interface and the ports that may be it, interfaces that share a number. What becomes of them depends on nothing
 * beyond, neither in the model before nor in the one after, but for what is no matter of ports.
 */
final class Region {
    private final Set<UUID> ports = new HashSet<>();
    private final Set<UUID> networks = new HashSet<>();
    private final Set<Spot> spots = new HashSet<>();
    private final Queue<Runnable> unseen = new ArrayDeque<>();
    private final List<Side> sides;
    private final Domains domains;

    /**
     * A model with its ties.
     *
     * @param model the model
     * @param ties  its ties
     */
    record Side(Model model, Ties ties) {
    }

    /**
     * Finds the region around ports and interfaces.
     *
     * @param sides    the models before and after
     * @param domains  of both
     * @param ports    ports that differ
     * @param spots    interfaces that differ
     */
    Region(final List<Side> sides, final Domains domains, final Set<UUID> ports, final Set<Spot> spots) {
        this.sides = sides;
        this.domains = domains;
        ports.forEach(this::addPort);
        spots.forEach(this::addSpot);
        while (!unseen.isEmpty()) {
            unseen.remove().run();
        }
    }

    private void addPort(final UUID id) {
        if (ports.add(id)) {
            unseen.add(() -> sides.forEach(side -> lookAtPort(id, side)));
        }
    }

    private void addNetwork(final UUID id) {
        if (networks.add(id)) {
            unseen.add(() -> {
                sides.forEach(side -> side.ties().byNetwork().get(id).forEach(this::addPort));
                domains.joinedTo(id).forEach(this::addNetwork);
            });
        }
    }

    private void addSpot(final Spot spot) {
        if (spots.add(spot)) {
            unseen.add(() -> sides.forEach(side -> lookAtSpot(spot, side)));
        }
    }

    private void lookAtPort(final UUID id, final Side side) {
        final var port = side.model().tenant().ports().get(id);
        if (port != null) {
            addNetwork(port.networkId());
            port.interfaceName().ifPresent(name -> port.hostId().ifPresent(called ->
                side.model().hosts().values().stream().filter(host -> host.isCalled(called))
                    .forEach(host -> addSpot(new Spot(host.id(), name)))));
        }
        side.ties().byIfaceId().get(id).forEach(this::addSpot);
    }

    private void lookAtSpot(final Spot spot, final Side side) {
        final var host = side.model().hosts().get(spot.hostId());
        if (host == null) {
            return;
        }
        side.ties().byName().get(spot).forEach(this::addPort);
        host.hostname().ifPresent(called -> side.ties().byName().get(new Spot(called, spot.name())).forEach(this::addPort));
        final var there = host.interfaces().get(spot.name());
        if (there != null) {
            there.ifaceId().flatMap(Uuids::parse).ifPresent(this::addPort);
            there.ofport().ifPresent(ofport ->
                side.ties().byNumber().get(new Ties.Number(host.id(), ofport)).forEach(this::addSpot));
        }
    }

    /** The model with no other ports. */
    TenantModel tenant(final Model model) {
        final Map<UUID, Port> here = new HashMap<>();
        ports.forEach(id -> Optional.ofNullable(model.tenant().ports().get(id)).ifPresent(port -> here.put(id, port)));
        return model.tenant().withPorts(here);
    }

    /** The hosts of the interfaces, with no others. */
    List<Host> hosts(final Model model) {
        final Map<String, Map<String, HostInterface>> here = new HashMap<>();
        spots.forEach(spot -> Optional.ofNullable(model.hosts().get(spot.hostId()))
            .map(host -> host.interfaces().get(spot.name()))
            .ifPresent(there -> here.computeIfAbsent(spot.hostId(), id -> new HashMap<>()).put(spot.name(), there)));
        return here.entrySet().stream().map(entry -> model.hosts().get(entry.getKey()).with(entry.getValue())).toList();
    }

    /** The ports, some of which may not be there. */
    Set<UUID> ports() {
        return ports;
    }

    /** The networks, some of which may not be there. */
    Set<UUID> networks() {
        return networks;
    }

    /** The interfaces, some of which may not be there. */
    Set<Spot> spots() {
        return spots;
    }
}
