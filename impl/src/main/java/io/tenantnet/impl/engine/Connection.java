/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/**
 * A connection of a switch, and the worker for the host whose br-int the switch is, while there is such a host. Used by the
 * engine's tasks only.
 */
final class Connection {
    private final SwitchChannel channel;
    private final Tasks tasks;
    private final ReadBudget budget;
    private final Executor serial;
    private final BiConsumer<String, SwitchReport> reports;

    private CompletableFuture<Void> formerEnded = CompletableFuture.completedFuture(null);
    private SwitchWorker worker;
    private String hostId;
    private long attached;

    /**
     * A connection that serves no host.
     *
     * @param channel the connection
     * @param tasks   where the work is done
     * @param budget  for reading switches although nothing is known to be wrong
     * @param serial  runs the engine's tasks
     * @param reports hears, in one of these, how far the host's switch is; never of a former host
     */
    Connection(final SwitchChannel channel, final Tasks tasks, final ReadBudget budget, final Executor serial,
            final BiConsumer<String, SwitchReport> reports) {
        this.channel = requireNonNull(channel);
        this.tasks = requireNonNull(tasks);
        this.budget = requireNonNull(budget);
        this.serial = requireNonNull(serial);
        this.reports = requireNonNull(reports);
    }

    boolean isOver(final SwitchChannel other) {
        return channel.equals(other);
    }

    /** The host that is served. */
    Optional<String> hostId() {
        return Optional.ofNullable(hostId);
    }

    /** Serves a host; none must be served. The new worker reads only what the former one can change no more. */
    void attach(final HostFlows flows) {
        hostId = flows.hostId();
        final var number = ++attached;
        worker = new SwitchWorker(flows, channel, tasks, budget,
            report -> serial.execute(() -> take(number, flows.hostId(), report)));
        formerEnded.thenRun(worker::start);
    }

    private void take(final long number, final String reportedId, final SwitchReport report) {
        if (worker != null && attached == number) {
            reports.accept(reportedId, report);
        }
    }

    /** A second has passed. */
    void tick() {
        if (worker != null) {
            worker.tick();
        }
    }

    /** Serves no host any more. */
    void detach() {
        if (worker != null) {
            formerEnded = CompletableFuture.allOf(formerEnded, worker.close());
            worker = null;
            hostId = null;
        }
    }
}
