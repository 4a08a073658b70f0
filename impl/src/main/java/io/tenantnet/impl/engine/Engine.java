/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.resolve.Changes;
import io.tenantnet.impl.resolve.Resolved;
import io.tenantnet.impl.resolve.Resolver;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * The heart: keeps the one model, and tells the workers of the switches what a change of it may concern. Its own tasks run
 * one after the other, so that none of its fields needs a lock; what comes in within a few
 * milliseconds is worked on together. The methods may be called from any thread.
 */
public final class Engine implements SwitchListener, TenantListener {
    private static final Duration COALESCE = Duration.ofMillis(10);

    private final Map<Long, SwitchChannel> channels = new HashMap<>();
    private final Map<Long, Attached> workers = new HashMap<>();
    private final Map<String, SwitchReport> reports = new HashMap<>();
    private final Executor serial;
    private final Tasks tasks;
    private final EngineListener listener;

    private Model model = Model.EMPTY;
    private Resolved resolved = Resolved.EMPTY;
    private boolean settled;
    private boolean scheduled;

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
            model = new Model(tenant, model.hosts());
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
            model = new Model(model.tenant(), hosts);
            schedule();
        });
    }

    /**
     * Says that the model is complete: all that was known before the start is known again, or given up. Until then no
     * switch loses flows that an earlier run left in it.
     */
    public void settle() {
        serial.execute(() -> {
            settled = true;
            workers.values().forEach(attached -> attached.worker().update(resolved, Set.of(), true));
        });
    }

    @Override
    public void connected(final long datapathId, final SwitchChannel channel) {
        serial.execute(() -> {
            detach(datapathId);
            channels.put(datapathId, channel);
            schedule();
        });
    }

    @Override
    public void disconnected(final long datapathId, final SwitchChannel channel) {
        serial.execute(() -> {
            if (channels.remove(datapathId, channel)) {
                detach(datapathId);
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
        final var before = resolved;
        resolved = Resolver.resolve(model);
        final var dirty = Changes.between(before, resolved);
        detachMoved();
        workers.values().forEach(attached -> {
            final var scopes = dirty.getOrDefault(attached.hostId(), Set.of());
            if (!scopes.isEmpty()) {
                attached.worker().update(resolved, scopes, settled);
            }
        });
        attachNew();
        publish();
    }

    private void detachMoved() {
        workers.entrySet().stream()
            .filter(entry -> !isAt(entry.getKey(), entry.getValue().hostId()))
            .map(Map.Entry::getKey).toList().forEach(this::detach);
    }

    private boolean isAt(final long datapathId, final String hostId) {
        final var host = model.hosts().get(hostId);
        return host != null && host.datapathId().isPresent() && host.datapathId().getAsLong() == datapathId;
    }

    private void attachNew() {
        for (final var host : model.hosts().values()) {
            host.datapathId().ifPresent(datapathId -> {
                final var channel = channels.get(datapathId);
                if (channel != null && !workers.containsKey(datapathId)) {
                    attach(datapathId, host.id(), channel);
                }
            });
        }
    }

    private void attach(final long datapathId, final String hostId, final SwitchChannel channel) {
        final var worker = new SwitchWorker(hostId, channel, tasks,
            report -> serial.execute(() -> take(datapathId, channel, hostId, report)));
        workers.put(datapathId, new Attached(hostId, worker));
        final Set<Scope> everything = Changes.all(resolved, hostId);
        worker.update(resolved, everything, settled);
        worker.start();
    }

    private void take(final long datapathId, final SwitchChannel channel, final String hostId,
            final SwitchReport report) {
        final var attached = workers.get(datapathId);
        if (attached != null && attached.hostId().equals(hostId) && channels.get(datapathId) == channel
                && !report.equals(reports.put(hostId, report))) {
            publish();
        }
    }

    private void detach(final long datapathId) {
        final var attached = workers.remove(datapathId);
        if (attached != null) {
            attached.worker().close();
            reports.remove(attached.hostId());
        }
    }

    private void publish() {
        listener.changed(model, resolved, Map.copyOf(reports));
    }

    private record Attached(String hostId, SwitchWorker worker) {
    }
}
