/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.EngineListener;
import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.engine.Tasks;
import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.resolve.Resolved;
import io.tenantnet.impl.resolve.Site;
import io.tenantnet.impl.southbound.ovsdb.FlowTunnels;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * Tells which hosts lack a VXLAN tunnel port of its own for some other host: where Genius ITM is to make these and has not yet,
 * or cannot, the port whose flows set the destination carries the frames. It stays for a moment after the last gap has closed,
 * until the flows no longer lead to it.
 */
final class ItmGaps implements EngineListener, FlowTunnels {
    /** Flows follow a new port within a fraction of this, unless a switch is busy. */
    static final Duration HANDOVER = Duration.ofSeconds(3);

    private final Runnable changed;
    private final Tasks tasks;
    private final Executor serial;
    private final Map<String, Integer> closed = new HashMap<>();
    private Set<String> gaps = Set.of();
    private int closings;
    private Map<String, Site> lastSites = Map.of();
    private Map<String, Host> lastHosts = Map.of();
    private volatile Wanted wanted = new Wanted(false, Set.of());

    private record Wanted(boolean known, Set<String> hosts) {
    }

    /**
     * Knows of no host.
     *
     * @param changed run when other hosts lack tunnels
     * @param tasks   where the work is done
     */
    ItmGaps(final Runnable changed, final Tasks tasks) {
        this.changed = requireNonNull(changed);
        this.tasks = requireNonNull(tasks);
        serial = tasks.serial();
    }

    @Override
    public void changed(final Model model, final Resolved resolved, final Map<String, SwitchReport> reports) {
        serial.execute(() -> look(model.hosts(), resolved.sites()));
    }

    @Override
    public boolean areWanted(final String hostId, final NetworkType type, final boolean present) {
        final var now = wanted;
        return type == NetworkType.VXLAN && (now.hosts().contains(hostId) || present && !now.known());
    }

    private void look(final Map<String, Host> hosts, final Map<String, Site> sites) {
        if (wanted.known() && sites.equals(lastSites) && hosts.equals(lastHosts)) {
            return;
        }
        lastSites = sites;
        lastHosts = hosts;
        final var members = hosts.values().stream()
            .filter(host -> host.datapathId().isPresent() && host.tunnelAddress().isPresent()).toList();
        final var now = members.stream().filter(host -> lacks(sites.get(host.id()), host, members)).map(Host::id)
            .collect(Collectors.toSet());
        gaps.stream().filter(id -> !now.contains(id)).forEach(this::close);
        closed.keySet().removeAll(now);
        gaps = now;
        tell();
    }

    /** Where nothing has a port of its own, the first other host tells. */
    private static boolean lacks(final Site site, final Host host, final List<Host> members) {
        return site != null && members.stream().anyMatch(peer -> !peer.id().equals(host.id())
            && !peer.tunnelAddress().equals(host.tunnelAddress()) && !site.hasOwnPort(peer.id()));
    }

    private void close(final String hostId) {
        final int number = ++closings;
        closed.put(hostId, number);
        tasks.after(HANDOVER, () -> serial.execute(() -> {
            if (closed.remove(hostId, number)) {
                tell();
            }
        }));
    }

    private void tell() {
        final var all = new HashSet<>(gaps);
        all.addAll(closed.keySet());
        final var now = new Wanted(true, Set.copyOf(all));
        if (!now.equals(wanted)) {
            wanted = now;
            changed.run();
        }
    }
}
