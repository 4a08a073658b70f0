/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.TunnelMode;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.resolve.Resolved;
import io.tenantnet.impl.southbound.itm.MissingTunnels.Tunnel;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the transport zone to what the hosts need, step by step. Times are milliseconds since the mesh was made. Not
 * thread-safe.
 */
final class MeshKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(MeshKeeper.class);
    /** How long ITM may take to forget a VTEP while it is not seen to do anything. */
    private static final long FORGETTING = Duration.ofSeconds(30).toMillis();

    private final ItmZone zone;
    private final KnownBridges bridges;
    private final Consumer<Set<String>> anew;
    private final Activity activity = new Activity();
    private final Absences absences = new Absences();
    private final RecentAddresses recent = new RecentAddresses();
    private final Repairs repairs = new Repairs();
    private final Map<Long, Long> abandonedSince = new HashMap<>();
    private final Set<String> warned = new HashSet<>();
    private final Set<Long> toldAgain = new HashSet<>();

    /**
     * One that has not looked yet.
     *
     * @param zone    what ITM is asked for
     * @param bridges the switches that Genius knows
     * @param anew    has hosts, by id, open their OVSDB connections anew
     */
    MeshKeeper(final ItmZone zone, final KnownBridges bridges, final Consumer<Set<String>> anew) {
        this.zone = requireNonNull(zone);
        this.bridges = requireNonNull(bridges);
        this.anew = requireNonNull(anew);
    }

    /**
     * Compares what is wanted with what is there, and takes the steps that can be taken now.
     *
     * @throws IllegalStateException if the datastore fails
     */
    void look(final Model model, final Resolved resolved, final long now) {
        final var view = zone.read();
        final boolean isOn = model.tenant().settings().mode() == TunnelMode.ITM;
        final var wanted = isOn ? MeshPlanner.wanted(model.hosts().values()) : Map.<Long, IpAddress>of();
        final var unwanted = new HashSet<>(view.zone().keySet());
        unwanted.removeAll(wanted.keySet());
        final var spared = absences.spared(unwanted, now);
        recent.note(view, now);
        warnOfOthers(model, view);
        if (activity.isGoingOn(view.locks(), now)) {
            repairs.postpone(now);
            abandonedSince.clear();
            return;
        }
        final var plan = MeshPlanner.plan(wanted, isOn ? spared : Set.of(), view);
        final var missing = MissingTunnels.find(model, resolved, wanted, view);
        if (plan.remove().isEmpty()) {
            forgetAbandoned(view, now);
            add(recent.usable(plan.add()));
            repair(model, missing, now);
        } else {
            // No host is joined to one that is about to go: the tunnel would be wanted and unwanted at the same time.
            LOG.info("Taking {} out of the ITM mesh", names(plan.remove()));
            zone.remove(plan.remove());
        }
    }

    private void add(final Map<Long, IpAddress> vteps) {
        if (!vteps.isEmpty()) {
            LOG.info("Joining {} to the ITM mesh", names(vteps.keySet()));
            zone.add(vteps);
        }
    }

    private void repair(final Model model, final Set<Tunnel> missing, final long now) {
        final var due = repairs.due(missing, now);
        if (due.isEmpty()) {
            return;
        }
        final var unknown = missing.stream().flatMap(Tunnel::ends).collect(Collectors.toSet());
        unknown.removeAll(bridges.read());
        if (unknown.isEmpty()) {
            // What is deleted here is wanted, so it is added again as soon as ITM has forgotten it.
            LOG.warn("{} tunnels that ITM was asked for are missing: {} are taken out of the mesh and joined again",
                missing.size(), names(due));
            zone.remove(due);
        } else {
            LOG.warn("{} tunnels that ITM was asked for are missing. Genius does not know the switches {}, and makes none"
                + " there: their OVSDB connections are opened anew, so that it is told again{}", missing.size(), names(unknown),
                unknown.stream().allMatch(toldAgain::contains) ? ". That has not helped before: OpenDaylight's OVSDB plugin"
                    + " may have stopped for good, and would need a restart of the controller" : "");
            toldAgain.clear();
            toldAgain.addAll(unknown);
            anew.accept(model.hosts().values().stream().filter(host -> host.datapathId().stream().anyMatch(unknown::contains))
                .map(Host::id).collect(Collectors.toUnmodifiableSet()));
        }
    }

    private void forgetAbandoned(final MeshView view, final long now) {
        final var abandoned = MeshPlanner.abandoned(view);
        abandonedSince.keySet().retainAll(abandoned);
        abandoned.forEach(dpn -> abandonedSince.putIfAbsent(dpn, now));
        final var due = new HashSet<>(abandoned);
        due.removeIf(dpn -> now - abandonedSince.get(dpn) < FORGETTING);
        if (!due.isEmpty()) {
            LOG.warn("ITM has not forgotten {}, which are in no transport zone: its entries are deleted", names(due));
            zone.forget(due);
        }
    }

    private void warnOfOthers(final Model model, final MeshView view) {
        model.hosts().values().stream().filter(host -> host.datapathId().isPresent()).forEach(host -> {
            final var other = view.others().get(host.datapathId().getAsLong());
            if (other != null && warned.add(other)) {
                LOG.warn("Genius has host {} in the transport zone {}, which TenantNet did not make, and makes tunnels"
                    + " of its own on br-int. If that is not meant: def-tz-enabled in genius-itm-config.xml has to be"
                    + " false, and the host's external_ids:transport-zone unset", host.id(), other);
            }
        });
    }

    private static Set<String> names(final Set<Long> dpns) {
        return Set.copyOf(dpns.stream().map(dpn -> "%016x".formatted(dpn)).toList());
    }
}
