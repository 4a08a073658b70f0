/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Neighbours;
import io.tenantnet.impl.model.Presence;
import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.model.Vtep;
import io.tenantnet.impl.resolve.Changes;
import io.tenantnet.impl.resolve.Resolution;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * The heart: keeps the one model, and tells the workers of the switches what a change of it may concern. Its own tasks run
 * one after the other, so that none of its fields needs a lock; what comes in within a few
 * milliseconds is worked on together. The methods may be called from any thread.
 */
public final class Engine implements SwitchListener, TenantListener {
    private static final Duration COALESCE = Duration.ofMillis(10);

    private final Executor serial;
    private final Tasks tasks;
    private final EngineListener listener;
    private final Switchboard switches;

    private TenantModel newestTenant = TenantModel.EMPTY;
    private Map<String, Host> newestHosts = Map.of();
    private Presence newestPresence = Presence.FULL;
    private Neighbours newestNeighbours = Neighbours.NONE;
    private Map<String, Vtep> newestVteps = Map.of();
    private Resolution resolution = Resolution.EMPTY;
    private boolean settling;
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
        switches = new Switchboard(tasks, serial, this::publishSoon);
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
        serial.execute(switches::tick);
    }

    @Override
    public void connected(final long datapathId, final SwitchChannel channel) {
        serial.execute(() -> {
            switches.connected(datapathId, channel);
            schedule();
        });
    }

    @Override
    public void disconnected(final long datapathId, final SwitchChannel channel) {
        serial.execute(() -> {
            if (switches.disconnected(datapathId, channel)) {
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
        resolution = next;
        switches.update(newest.hosts(), now, dirty, settling);
        publish();
    }

    /** After all reports that have come in by now. */
    private void publishSoon() {
        if (!publishing) {
            publishing = true;
            serial.execute(this::publish);
        }
    }

    private void publish() {
        publishing = false;
        listener.changed(resolution.model(), resolution.resolved(), switches.reports());
    }
}
