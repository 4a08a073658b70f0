/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.model.Host;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which hosts count as there. A host that loses its connections keeps its place for a while, since its machines run on;
 * and after a start the engine is told that the model is complete only when the hosts of before the start are back, or
 * have had time to come back. The methods may be called from any thread.
 */
public final class HostRoster implements SwitchListener {
    private static final Logger LOG = LoggerFactory.getLogger(HostRoster.class);
    /** Open vSwitch tries to connect again every 8 seconds at least (ovs-vswitchd.conf.db(5), max_backoff). */
    private static final Duration RETURN_TIME = Duration.ofSeconds(30);

    private final Map<String, Host> hosts = new HashMap<>();
    private final Map<String, Long> losses = new HashMap<>();
    private final Set<Long> switches = new HashSet<>();
    private final Engine engine;
    private final KnownHosts known;
    private final Tasks tasks;
    private final Supplier<Duration> hold;
    private final Set<String> expected;

    private long lossCount;

    /**
     * A roster of no hosts.
     *
     * @param engine  is told of the hosts
     * @param known   remembers hosts over a restart
     * @param tasks   where the work is done
     * @param hold    how long a host without a connection keeps its place
     */
    public HostRoster(final Engine engine, final KnownHosts known, final Tasks tasks,
            final Supplier<Duration> hold) {
        this.engine = requireNonNull(engine);
        this.known = requireNonNull(known);
        this.tasks = requireNonNull(tasks);
        this.hold = requireNonNull(hold);
        expected = new HashSet<>(known.load());
    }

    /** Begins to wait for the hosts of before the start. To be called when what the tenants want is known. */
    public synchronized void start() {
        if (expected.isEmpty()) {
            engine.settle();
        } else {
            LOG.info("Waiting for {} known hosts before anything is removed from a switch", expected.size());
            tasks.after(RETURN_TIME, this::stopWaiting);
        }
    }

    private synchronized void stopWaiting() {
        if (!expected.isEmpty()) {
            LOG.warn("Known hosts that have not come back: {}", expected);
            final var lost = Set.copyOf(expected);
            expected.clear();
            engine.settle();
            tasks.after(hold.get(), () -> giveUp(lost));
        }
    }

    private synchronized void giveUp(final Collection<String> lost) {
        lost.stream().filter(id -> !hosts.containsKey(id)).forEach(known::remove);
    }

    /** A host connected over OVSDB, or what it says changed. */
    public synchronized void changed(final Host host) {
        supersede(host);
        if (hosts.put(host.id(), host) == null) {
            known.add(host.id());
        }
        losses.remove(host.id());
        engine.changed(Map.copyOf(hosts));
        if (host.datapathId().isPresent() && expected.remove(host.id()) && expected.isEmpty()) {
            engine.settle();
        }
    }

    /** A machine set up anew comes back under another id; its old self would hold the ports of its machines. */
    private void supersede(final Host host) {
        final var former = hosts.values().stream()
            .filter(other -> !other.connected() && !other.id().equals(host.id())
                && other.tunnelAddress().isPresent() && other.tunnelAddress().equals(host.tunnelAddress()))
            .collect(Collectors.toSet());
        former.forEach(other -> {
            LOG.info("Host {} has the tunnel address of host {}, which is gone: forgotten", host.id(), other.id());
            hosts.remove(other.id());
            known.remove(other.id());
        });
    }

    /** A host's OVSDB connection was lost. */
    public synchronized void disconnected(final String hostId) {
        final var now = hosts.computeIfPresent(hostId, (id, host) -> host.disconnected());
        if (now != null) {
            engine.changed(Map.copyOf(hosts));
            watch(now);
        }
    }

    @Override
    public synchronized void connected(final long datapathId, final SwitchChannel channel) {
        switches.add(datapathId);
        engine.connected(datapathId, channel);
    }

    @Override
    public synchronized void disconnected(final long datapathId, final SwitchChannel channel) {
        switches.remove(datapathId);
        engine.disconnected(datapathId, channel);
        hosts.values().stream().filter(host -> host.datapathId().isPresent()
            && host.datapathId().getAsLong() == datapathId).toList().forEach(this::watch);
    }

    private void watch(final Host host) {
        if (isGone(host)) {
            final long loss = ++lossCount;
            losses.put(host.id(), loss);
            tasks.after(hold.get(), () -> forget(host.id(), loss));
        }
    }

    private synchronized void forget(final String hostId, final long loss) {
        final var host = hosts.get(hostId);
        if (host != null && isGone(host) && losses.remove(hostId, loss)) {
            LOG.info("Host {} has been gone for {}: forgotten", hostId, hold.get());
            hosts.remove(hostId);
            known.remove(hostId);
            engine.changed(Map.copyOf(hosts));
        }
    }

    private boolean isGone(final Host host) {
        return !host.connected()
            && (host.datapathId().isEmpty() || !switches.contains(host.datapathId().getAsLong()));
    }
}
