/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one switch, over one connection, hold what the model says. It first reads what the switch holds; from then on it
 * sends differences, one batch at a time, so that all that changes while a batch is on its way goes into the next one.
 * What the switch is to hold is kept elsewhere and outlives the connection. The methods may be called from any thread.
 */
final class SwitchWorker {
    private static final Logger LOG = LoggerFactory.getLogger(SwitchWorker.class);
    private static final Duration RETRY_READ = Duration.ofSeconds(1);
    /** To say how far a switch is costs in proportion to what it lacks. */
    private static final Duration COALESCE_REPORTS = Duration.ofMillis(10);

    private final HostFlows flows;
    private final SwitchChannel channel;
    private final Tasks tasks;
    private final BatchSender sender;
    private final DriftWatch drift;
    private final Consumer<SwitchReport> reports;

    /** Why it is not known what the switch holds; empty where it is. */
    private Optional<String> trouble = Optional.of("br-int is being read");
    private boolean reporting;
    private boolean closed;

    /**
     * A worker that does not work yet. An earlier worker for the same flows must have been closed.
     *
     * @param flows   what the switch is to hold
     * @param channel the connection
     * @param tasks   where the work is done
     * @param budget  says when the switch may be read although nothing is known to be wrong
     * @param reports is told how far the switch is, by one thread at a time
     */
    SwitchWorker(final HostFlows flows, final SwitchChannel channel, final Tasks tasks, final ReadBudget budget,
            final Consumer<SwitchReport> reports) {
        this.flows = requireNonNull(flows);
        this.channel = requireNonNull(channel);
        this.tasks = requireNonNull(tasks);
        this.reports = requireNonNull(reports);
        sender = new BatchSender(flows, channel, tasks, this::proceed, this::unconfirmed);
        drift = new DriftWatch(flows.hostId(), channel, this::run, flows.tracker(), budget, this::proceed);
    }

    /** Starts to read the switch, at once: what it is to hold may be made meanwhile. */
    void start() {
        run(() -> {
            flows.onUpdate(this::proceed);
            report();
        });
        read();
    }

    private void read() {
        attempt(channel::read).whenComplete((content, failure) -> run(() -> take(content, failure)));
    }

    /**
     * Ends the work.
     *
     * @return completes when nothing of it can reach the switch any more
     */
    CompletableFuture<Void> close() {
        run(() -> {
            closed = true;
            flows.onUpdate(() -> { });
            sender.close();
        });
        return sender.ended();
    }

    /** A second has passed: looks from time to time whether somebody else changed the switch. */
    void tick() {
        run(() -> {
            if (trouble.isEmpty() && flows.isSettled() && !sender.isBusy()) {
                drift.tickWhileIdle();
            }
        });
    }

    /** What an ended worker had still to do is not done: the flows may be another's by then. */
    private void run(final Runnable task) {
        flows.serial().execute(() -> {
            if (!closed) {
                task.run();
            }
        });
    }

    private void take(final SwitchContent content, final Throwable failure) {
        if (failure != null) {
            LOG.warn("Host {}: br-int could not be read and is read again: {}", flows.hostId(), failure.getMessage());
            readLater("br-int could not be read and is read again: " + failure.getMessage());
            return;
        }
        flows.tracker().replaceInstalled(content);
        drift.begin(content);
        trouble = Optional.empty();
        LOG.info("Host {}: br-int holds {} flows and {} meters of TenantNet", flows.hostId(), content.flows().size(),
            content.meters().size());
        proceed();
    }

    private void unconfirmed(final String reason) {
        // What arrived is not known: ask the switch.
        readLater("br-int is read again, since it did not confirm changes: " + reason);
    }

    private void readLater(final String reason) {
        trouble = Optional.of(reason);
        tasks.after(RETRY_READ, () -> run(this::read));
        report();
    }

    private void proceed() {
        if (trouble.isEmpty() && !sender.isBusy() && !flows.isHeld()) {
            final var changes = flows.tracker().pending();
            if (!changes.isEmpty()) {
                drift.sent(changes);
                sender.send(changes);
            }
        }
        report();
    }

    private void report() {
        if (!reporting) {
            reporting = true;
            tasks.after(COALESCE_REPORTS, () -> run(() -> {
                reporting = false;
                reports.accept(flows.report(trouble, drift.repaired()));
            }));
        }
    }

    /** A channel that throws has failed as much as one that says so. */
    static <T> CompletableFuture<T> attempt(final Supplier<CompletableFuture<T>> request) {
        try {
            return request.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
