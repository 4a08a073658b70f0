/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.ScopeRendering.Rendering;
import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Neighbours;
import io.tenantnet.impl.model.Presence;
import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.model.Vtep;
import io.tenantnet.impl.render.Renderer;
import io.tenantnet.impl.resolve.Changes;
import io.tenantnet.impl.resolve.Resolution;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * The heart: keeps the one model, and tells the workers of the switches what a change of it may concern. Its own tasks run
 * one after the other, so that none of its fields needs a lock; what comes in within a few
 * milliseconds is worked on together. The methods may be called from any thread.
 */
public final class Engine implements SwitchListener, TenantListener {
    private static final Duration COALESCE = Duration.ofMillis(10);

    private final Map<Long, Connection> connections = new HashMap<>();
    private final Map<String, SwitchReport> reports = new HashMap<>();
    private final ReadBudget budget = new ReadBudget();
    private final Rendering rendering = new FlowPool().shared(Renderer::render);
    private final Executor serial;
    private final Tasks tasks;
    private final EngineListener listener;

    private TenantModel newestTenant = TenantModel.EMPTY;
    private Map<String, Host> newestHosts = Map.of();
    private Presence newestPresence = Presence.FULL;
    private Neighbours newestNeighbours = Neighbours.NONE;
    private Map<String, Vtep> newestVteps = Map.of();
    private Resolution resolution = Resolution.EMPTY;
    private boolean settling;
    private boolean settled;
    private boolean scheduled;
    private boolean publishing;

    /**
     * An engine with an empty model.
     *
     * @param tasks    where the work is done
     * @param listener hears what became of the model
     */
    public Engine(final Tasks tasks, final EngineListener listener) {
        this.tasks = requireNonNull(tasks);
        serial = tasks.serial();
        this.listener = requireNonNull(listener);
    }

    @Override
    public void changed(final TenantModel tenant) {
        serial.execute(() -> {
            newestTenant = tenant;
            schedule();
        });
    }

    /**
     * Takes what is known of the hosts.
     *
     * @param hosts all hosts, by id
     */
    public void changed(final Map<String, Host> hosts) {
        serial.execute(() -> {
            newestHosts = hosts;
            schedule();
        });
    }

    /** Takes what else is known of hosts. */
    public void changed(final Presence presence) {
        serial.execute(() -> {
            newestPresence = presence;
            schedule();
        });
    }

    /** Takes what machines outside answered. */
    public void changed(final Neighbours neighbours) {
        serial.execute(() -> {
            newestNeighbours = neighbours;
            schedule();
        });
    }

    /**
     * Takes what is known of hardware VTEPs.
     *
     * @param vteps all their databases, by id
     */
    public void vteps(final Map<String, Vtep> vteps) {
        serial.execute(() -> {
            newestVteps = vteps;
            schedule();
        });
    }

    /**
     * Says that the model is complete: all that was known before the start is known again, or given up. Until then no
     * switch loses flows that an earlier run left in it.
     */
    public void settle() {
        serial.execute(() -> {
            // What completed the model may still wait to be worked on.
            settling = true;
            schedule();
        });
    }

    /** To be called every second: has the switches looked at from time to time. */
    public void tick() {
        serial.execute(() -> {
            budget.refill();
            connections.values().forEach(Connection::tick);
        });
    }

    @Override
    public void connected(final long datapathId, final SwitchChannel channel) {
        serial.execute(() -> {
            final var former = connections.put(datapathId, new Connection(channel, tasks, rendering, budget,
                serial, this::take));
            if (former != null) {
                detach(former);
            }
            schedule();
        });
    }

    @Override
    public void disconnected(final long datapathId, final SwitchChannel channel) {
        serial.execute(() -> {
            final var connection = connections.get(datapathId);
            if (connection != null && connection.isOver(channel)) {
                connections.remove(datapathId);
                detach(connection);
                schedule();
            }
        });
    }

    private void schedule() {
        if (!scheduled) {
            scheduled = true;
            tasks.after(COALESCE, () -> serial.execute(this::recompute));
        }
    }

    private void recompute() {
        scheduled = false;
        final var newest = new Model(newestTenant, newestHosts, newestPresence, newestNeighbours, newestVteps,
            settling);
        final var next = resolution.next(newest);
        final var now = next.resolved();
        final var dirty = Changes.between(resolution.resolved(), now);
        final boolean newlySettled = settling && !settled;
        resolution = next;
        settled = settling;
        final var owners = owners(newest.hosts().values());
        connections.forEach((datapathId, connection) -> {
            if (!connection.hostId().equals(Optional.ofNullable(owners.get(datapathId)))) {
                detach(connection);
            }
        });
        connections.forEach((datapathId, connection) -> connection.hostId().ifPresentOrElse(
            hostId -> {
                final var scopes = dirty.getOrDefault(hostId, Set.of());
                if (newlySettled || !scopes.isEmpty()) {
                    // Until the worker has looked at them, the switch has not confirmed these.
                    reports.computeIfPresent(hostId, (id, report) -> report.open(scopes));
                    connection.update(now, scopes, settled);
                }
            }, () -> Optional.ofNullable(owners.get(datapathId)).ifPresent(
                hostId -> connection.attach(hostId, now, Changes.all(now, hostId), settled))));
        publish();
    }

    /** Which host a switch belongs to: where several claim it, one that is connected rather than one that was. */
    private static Map<Long, String> owners(final Collection<Host> hosts) {
        final Map<Long, String> owners = new HashMap<>();
        hosts.stream().filter(host -> host.datapathId().isPresent())
            .sorted(Comparator.comparing(Host::connected).reversed().thenComparing(Host::id))
            .forEach(host -> owners.putIfAbsent(host.datapathId().getAsLong(), host.id()));
        return owners;
    }

    private void take(final String hostId, final SwitchReport report) {
        if (!report.equals(reports.put(hostId, report)) && !publishing) {
            // After all reports that have come in by now.
            publishing = true;
            serial.execute(this::publish);
        }
    }

    private void detach(final Connection connection) {
        connection.hostId().ifPresent(reports::remove);
        connection.detach();
    }

    private void publish() {
        publishing = false;
        listener.changed(resolution.model(), resolution.resolved(), Map.copyOf(reports));
    }
}
