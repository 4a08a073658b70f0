/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.ScopeRendering.Rendering;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.resolve.Resolved;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one switch, over one connection, hold what the model says. It first reads what the switch holds; from then on it
 * sends differences, one batch at a time, so that all that changes while a batch is on its way goes into the next one.
 * The methods may be called from any thread.
 */
final class SwitchWorker {
    private static final Logger LOG = LoggerFactory.getLogger(SwitchWorker.class);
    private static final Duration RETRY_READ = Duration.ofSeconds(1);
    /** The wait grows from the first to the second: who refuses once may have had no room, who goes on cannot do it. */
    private static final Duration RETRY_REFUSED = Duration.ofSeconds(5);
    private static final Duration LONGEST_RETRY_REFUSED = Duration.ofMinutes(1);
    /** To say how far a switch is costs in proportion to what it lacks. */
    private static final Duration COALESCE_REPORTS = Duration.ofMillis(10);

    private final DeltaTracker tracker = new DeltaTracker();
    private final DriftWatch drift;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final String hostId;
    private final ScopeRendering rendering;
    private final SwitchChannel channel;
    private final Executor serial;
    private final Tasks tasks;
    private final Consumer<SwitchReport> reports;

    private boolean inSync;
    private boolean busy;
    private boolean settled;
    private boolean retrying;
    private boolean reporting;
    private boolean closed;
    private Duration nextRetry = RETRY_REFUSED;
    private String trouble = "br-int is being read";

    /**
     * A worker that does not work yet.
     *
     * @param hostId  the switch's host
     * @param channel the connection
     * @param tasks   where the work is done
     * @param rendering makes flows
     * @param budget  says when the switch may be read although nothing is known to be wrong
     * @param reports is told how far the switch is, by one thread at a time
     */
    SwitchWorker(final String hostId, final SwitchChannel channel, final Tasks tasks,
            final Rendering rendering, final ReadBudget budget, final Consumer<SwitchReport> reports) {
        this.hostId = requireNonNull(hostId);
        this.rendering = new ScopeRendering(hostId, rendering);
        this.channel = requireNonNull(channel);
        this.tasks = requireNonNull(tasks);
        serial = tasks.serial();
        this.reports = requireNonNull(reports);
        drift = new DriftWatch(hostId, channel, serial, tracker, budget, this::proceed);
    }

    /** Starts to read the switch. */
    void start() {
        serial.execute(this::read);
    }

    /**
     * Takes a new model.
     *
     * @param resolved the model
     * @param dirty    the scopes that may render differently than before
     * @param isSettled whether the model is complete enough for the removal of what it does not know
     */
    void update(final Resolved resolved, final Set<Scope> dirty, final boolean isSettled) {
        serial.execute(() -> {
            tracker.want(rendering.render(resolved, dirty));
            settled = isSettled;
            proceed();
        });
    }

    /**
     * Ends the work.
     *
     * @return completes when nothing of it can reach the switch any more
     */
    CompletableFuture<Void> close() {
        serial.execute(() -> {
            closed = true;
            if (!busy) {
                ended.complete(null);
            }
        });
        return ended;
    }

    /** A second has passed: looks from time to time whether somebody else changed the switch. */
    void tick() {
        serial.execute(() -> {
            if (inSync && settled && !busy && !closed) {
                drift.tickWhileIdle();
            }
        });
    }

    private void read() {
        if (closed) {
            return;
        }
        attempt(channel::read).whenCompleteAsync((content, failure) -> {
            if (closed) {
                return;
            }
            if (failure != null) {
                LOG.warn("Host {}: br-int could not be read and is read again: {}", hostId, failure.getMessage());
                readLater("br-int could not be read and is read again: " + failure.getMessage());
                return;
            }
            tracker.replaceInstalled(content);
            drift.begin(content);
            inSync = true;
            LOG.info("Host {}: br-int holds {} flows and {} meters of TenantNet", hostId, content.flows().size(),
                content.meters().size());
            proceed();
        }, serial);
    }

    private void readLater(final String reason) {
        inSync = false;
        trouble = reason;
        tasks.after(RETRY_READ, () -> serial.execute(this::read));
        report();
    }

    private void proceed() {
        if (inSync && !busy && !closed && !isHeld()) {
            final var changes = tracker.pending();
            if (!changes.isEmpty()) {
                send(changes);
            }
        }
        report();
    }

    private boolean isHeld() {
        // What replaces flows of an earlier run is as much of a removal as a removal: the key is not known.
        return !settled && tracker.hasSurplus();
    }

    private void send(final List<SwitchChange> changes) {
        busy = true;
        drift.sent(changes);
        attempt(() -> channel.apply(changes)).whenCompleteAsync((refusals, failure) -> {
            busy = false;
            if (closed) {
                ended.complete(null);
            } else if (failure != null) {
                // What arrived is not known: ask the switch.
                LOG.info("Host {}: {} changes were not confirmed: {}", hostId, changes.size(), failure.getMessage());
                readLater("br-int is read again, since it did not confirm changes: " + failure.getMessage());
            } else {
                confirm(changes, refusals);
            }
        }, serial);
    }

    private void confirm(final List<SwitchChange> changes, final List<Refusal> refusals) {
        tracker.confirm(changes, refusals);
        if (!refusals.isEmpty()) {
            LOG.warn("Host {}: br-int refused {} of {} changes, the first: {}: {}", hostId, refusals.size(),
                changes.size(), refusals.get(0).change(), refusals.get(0).reason());
            retryLater();
        }
        if (tracker.refused().isEmpty()) {
            nextRetry = RETRY_REFUSED;
        }
        proceed();
    }

    private void retryLater() {
        if (!retrying) {
            retrying = true;
            tasks.after(nextRetry, () -> serial.execute(() -> {
                retrying = false;
                final var doubled = nextRetry.multipliedBy(2);
                nextRetry = doubled.compareTo(LONGEST_RETRY_REFUSED) < 0 ? doubled : LONGEST_RETRY_REFUSED;
                tracker.retryRefused();
                proceed();
            }));
        }
    }

    private void report() {
        if (!reporting && !closed) {
            reporting = true;
            tasks.after(COALESCE_REPORTS, () -> serial.execute(() -> {
                reporting = false;
                if (!closed) {
                    reports.accept(state());
                }
            }));
        }
    }

    private SwitchReport state() {
        final var refused = inSync ? tracker.refusedScopes() : new HashMap<Scope, String>();
        refused.putAll(rendering.failures());
        final var unconfirmed = inSync ? tracker.unconfirmed() : new HashSet<Scope>();
        unconfirmed.addAll(rendering.failures().keySet());
        return new SwitchReport(tracker.wantedCount(), inSync ? tracker.confirmedCount() : 0, unconfirmed, refused,
            problem(), drift.repaired());
    }

    private Optional<String> problem() {
        if (!inSync) {
            return Optional.of(trouble);
        }
        if (isHeld()) {
            return Optional.of("flows of before the start are kept until the known hosts are back");
        }
        final var refused = tracker.refused();
        return refused.stream().findFirst().map(refusal -> "br-int refused " + refused.size()
            + " changes, the first: " + refusal.change() + ": " + refusal.reason())
            .or(() -> rendering.failures().entrySet().stream().findFirst()
                .map(failure -> failure.getKey() + ": " + failure.getValue()));
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
