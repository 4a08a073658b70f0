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
import io.tenantnet.impl.resolve.Resolved;
import io.tenantnet.impl.southbound.ovsdb.HungConnections;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices switches that say that they are connected, but of which OpenFlowPlugin does not tell: if a switch does not answer
 * within 10 s that OpenFlowPlugin is its master, OpenFlowPlugin 0.10 gives that up, keeps the connection and tells nobody.
 * Such a switch is made to connect again, after ever longer pauses if that does not help.
 */
final class StuckSwitches implements EngineListener, HungConnections {
    private static final Logger LOG = LoggerFactory.getLogger(StuckSwitches.class);
    /** Longer than OpenFlowPlugin waits for an answer, and than it takes in a cluster to make itself a slave, 20 s. */
    static final Duration PATIENCE = Duration.ofSeconds(30);
    /** The longest pause is 8 minutes. */
    private static final int DOUBLINGS = 4;

    private final Runnable changed;
    private final Tasks tasks;
    private final Executor serial;
    private final Map<String, Wait> waits = new HashMap<>();
    private final Map<String, Integer> attempts = new HashMap<>();
    private volatile Map<String, String> hung = Map.of();
    private long waitCount;

    private record Wait(String target, long number) {
    }

    /**
     * Knows of no switch.
     *
     * @param changed run when a switch is to be made to connect again
     * @param tasks   where the work is done
     */
    StuckSwitches(final Runnable changed, final Tasks tasks) {
        this.changed = requireNonNull(changed);
        this.tasks = requireNonNull(tasks);
        serial = tasks.serial();
    }

    @Override
    public void changed(final Model model, final Resolved resolved, final Map<String, SwitchReport> reports) {
        serial.execute(() -> look(model.hosts(), reports.keySet()));
    }

    @Override
    public Optional<String> of(final String hostId) {
        return Optional.ofNullable(hung.get(hostId));
    }

    private void look(final Map<String, Host> hosts, final Set<String> heard) {
        if (attempts.keySet().removeIf(id -> !hosts.containsKey(id) || heard.contains(id))) {
            final var left = new HashMap<>(hung);
            left.keySet().retainAll(attempts.keySet());
            hung = Map.copyOf(left);
        }
        final Map<String, String> unheard = new HashMap<>();
        hosts.values().stream().filter(host -> !heard.contains(host.id()))
            .forEach(host -> host.openFlow().ifPresent(target -> unheard.put(host.id(), target)));
        waits.entrySet().removeIf(entry -> !entry.getValue().target().equals(unheard.get(entry.getKey())));
        unheard.forEach((id, target) -> waits.computeIfAbsent(id, unknown -> begin(id, target)));
    }

    private Wait begin(final String hostId, final String target) {
        final var wait = new Wait(target, ++waitCount);
        final var time = PATIENCE.multipliedBy(1L << Math.min(attempts.getOrDefault(hostId, 0), DOUBLINGS));
        tasks.after(time, () -> serial.execute(() -> end(hostId, wait, time)));
        return wait;
    }

    private void end(final String hostId, final Wait wait, final Duration time) {
        if (wait.equals(waits.get(hostId))) {
            LOG.warn("Host {}: br-int has been connected over OpenFlow for {} s, but OpenFlowPlugin has not become its master:"
                + " it is made to connect again", hostId, time.toSeconds());
            attempts.merge(hostId, 1, Integer::sum);
            final var more = new HashMap<>(hung);
            more.put(hostId, wait.target());
            hung = Map.copyOf(more);
            changed.run();
        }
    }
}
