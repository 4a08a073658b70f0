/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.Presence;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which hosts count as there. A host that loses its connections keeps its place for a while, since its machines run on;
 * and after a start the engine is told that the model is complete only when the hosts of before the start are back, or
 * have had time to come back. A host is silent when it has had no connection for some seconds. The methods may be called
 * from any thread.
 */
public final class HostRoster implements SwitchListener, PresenceListener<Host> {
    private static final Logger LOG = LoggerFactory.getLogger(HostRoster.class);
    /** Open vSwitch tries to connect again every 8 seconds at least (ovs-vswitchd.conf.db(5), max_backoff). */
    private static final Duration RETURN_TIME = Duration.ofSeconds(30);

    /** So long may a connection be gone before what a host does for others is given to another. */
    private static final Duration SILENCE = Duration.ofSeconds(4);

    private final Map<String, Host> hosts = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private final Map<String, Long> losses = new HashMap<>();
    private final Map<Long, SwitchChannel> switches = new HashMap<>();
    private final Engine engine;
    private final Tasks tasks;
    private final Supplier<Duration> hold;
    private final ExpectedHosts expected;

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
        this.tasks = requireNonNull(tasks);
        this.hold = requireNonNull(hold);
        expected = new ExpectedHosts(known);
    }

    /** Begins to wait for the hosts of before the start. To be called when what the tenants want is known. */
    public synchronized void start() {
        if (expected.isEmpty()) {
            engine.settle();
        } else {
            LOG.info("Waiting for {} known hosts before anything is removed from a switch", expected.size());
            tellPresence();
            tasks.after(RETURN_TIME, this::stopWaiting);
        }
    }

    private synchronized void stopWaiting() {
        if (!expected.isEmpty()) {
            final var lost = expected.giveUp();
            LOG.warn("Known hosts that have not come back: {}", lost);
            tellPresence();
            engine.settle();
            tasks.after(hold.get(), () -> giveUp(lost));
        }
    }

    private synchronized void giveUp(final Set<String> lost) {
        expected.forgetLost(lost, hosts::containsKey);
    }

    /** Something that is no host, but is waited for after a start as hosts are, is there. */
    public synchronized void arrived(final String name) {
        tellIfFewer(expected.otherArrived(name));
    }

    /** Such a thing is not to be waited for any more. */
    public synchronized void left(final String name) {
        tellIfFewer(expected.otherLeft(name));
    }

    @Override
    public synchronized void changed(final Host host) {
        hosts.values().stream().filter(other -> supersedes(host, other)).toList().forEach(other -> drop(other, host));
        if (hosts.put(host.id(), host) == null) {
            expected.remember(host.id());
        }
        losses.remove(host.id());
        engine.changed(Map.copyOf(hosts));
        speak(host.id());
        if (host.datapathId().isPresent()) {
            tellIfFewer(expected.isBack(host.id()));
        }
    }

    @Override
    public synchronized void disconnected(final String hostId) {
        final var now = hosts.computeIfPresent(hostId, (id, host) -> host.disconnected());
        if (now != null) {
            hosts.values().stream().filter(other -> supersedes(other, now)).findAny()
                .ifPresent(other -> drop(now, other));
            engine.changed(Map.copyOf(hosts));
            watch(now);
        }
    }

    /**
     * A machine set up anew comes back under another id; its old self would hold the ports of its machines. Which of
     * its connections is noticed first does not matter.
     */
    private static boolean supersedes(final Host host, final Host former) {
        return host.connected() && !former.connected() && !former.id().equals(host.id())
            && (former.tunnelAddress().isPresent() && former.tunnelAddress().equals(host.tunnelAddress())
                || former.datapathId().isPresent() && former.datapathId().equals(host.datapathId()));
    }

    private void drop(final Host former, final Host host) {
        LOG.info("Host {} has the tunnel address or the switch of host {}, which is gone: forgotten", host.id(),
            former.id());
        drop(former.id());
    }

    private void drop(final String hostId) {
        hosts.remove(hostId);
        losses.remove(hostId);
        speak(hostId);
        tellIfFewer(expected.forget(hostId));
    }

    private void tellIfFewer(final boolean fewer) {
        if (fewer) {
            tellPresence();
            if (expected.isEmpty()) {
                engine.settle();
            }
        }
    }

    @Override
    public synchronized void connected(final long datapathId, final SwitchChannel channel) {
        switches.put(datapathId, channel);
        engine.connected(datapathId, channel);
        having(datapathId).forEach(host -> speak(host.id()));
    }

    @Override
    public synchronized void disconnected(final long datapathId, final SwitchChannel channel) {
        engine.disconnected(datapathId, channel);
        if (!switches.remove(datapathId, channel)) {
            return;
        }
        having(datapathId).forEach(this::watch);
    }

    private List<Host> having(final long datapathId) {
        return hosts.values().stream().filter(host -> host.datapathId().isPresent()
            && host.datapathId().getAsLong() == datapathId).toList();
    }

    private void watch(final Host host) {
        if (hosts.containsKey(host.id()) && isGone(host)) {
            final long loss = ++lossCount;
            losses.put(host.id(), loss);
            tasks.after(SILENCE, () -> silence(host.id(), loss));
            tasks.after(hold.get(), () -> forget(host.id(), loss));
        }
    }

    private synchronized void silence(final String hostId, final long loss) {
        final var host = hosts.get(hostId);
        if (host != null && isGone(host) && Long.valueOf(loss).equals(losses.get(hostId)) && silent.add(hostId)) {
            LOG.info("Host {} has been gone for {}: others do what it did for them", hostId, SILENCE);
            tellPresence();
        }
    }

    private void speak(final String hostId) {
        if (silent.remove(hostId)) {
            tellPresence();
        }
    }

    private void tellPresence() {
        engine.changed(new Presence(silent, expected.hosts()));
    }

    private synchronized void forget(final String hostId, final long loss) {
        final var host = hosts.get(hostId);
        if (host != null && isGone(host) && losses.remove(hostId, loss)) {
            LOG.info("Host {} has been gone for {}: forgotten", hostId, hold.get());
            drop(hostId);
            engine.changed(Map.copyOf(hosts));
        }
    }

    private boolean isGone(final Host host) {
        return !host.connected()
            && (host.datapathId().isEmpty() || !switches.containsKey(host.datapathId().getAsLong()));
    }
}
