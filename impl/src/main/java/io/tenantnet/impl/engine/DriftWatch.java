/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.flow.Stamp;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when somebody else changes the flows or meters of a connected switch: every few seconds it has the switch count
 * its flows, and less often, as the budget allows, it reads them all. What a flow does is compared with what was read of it
 * the first time after it was sent. To be used by one thread at a time.
 */
final class DriftWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DriftWatch.class);
    /** In ticks, which are seconds; together with the repair, a change is to be put right within 10 s. */
    private static final int COUNT_EVERY = 3;
    private static final int READ_EVERY = 7;

    private final Map<Stamp, Integer> contents = new HashMap<>();
    private final Set<Stamp> touched = new HashSet<>();
    private final String hostId;
    private final SwitchChannel channel;
    private final Executor serial;
    private final DeltaTracker tracker;
    private final ReadBudget budget;
    private final Runnable drifted;

    private long begun;
    private boolean looking;
    private boolean requested;
    private boolean granted;
    private boolean metersTouched;
    private int sinceCount;
    private int sinceRead;
    private boolean unreadable;
    private int repaired;

    /**
     * A watch that waits for {@link #begin}.
     *
     * @param hostId  the switch's host
     * @param channel the connection
     * @param serial  runs what is done here, and all else that is done with the tracker
     * @param tracker knows what the switch should hold, and is told what it holds
     * @param budget  says when the switch may be read
     * @param drifted run when there is something to put right
     */
    DriftWatch(final String hostId, final SwitchChannel channel, final Executor serial, final DeltaTracker tracker,
            final ReadBudget budget, final Runnable drifted) {
        this.hostId = requireNonNull(hostId);
        this.channel = requireNonNull(channel);
        this.serial = requireNonNull(serial);
        this.tracker = requireNonNull(tracker);
        this.budget = requireNonNull(budget);
        this.drifted = requireNonNull(drifted);
    }

    /** The switch has been read: what is under way is of the past. */
    void begin(final SwitchContent found) {
        begun++;
        looking = false;
        sinceCount = 0;
        // Not all switches in the same second.
        sinceRead = Math.floorMod(hostId.hashCode(), READ_EVERY);
        contents.clear();
        touched.clear();
        learn(found);
    }

    private void learn(final SwitchContent found) {
        final Map<Stamp, Integer> read = new HashMap<>();
        found.flows().forEach(flow -> read.put(flow.stamp(), flow.content()));
        read.keySet().removeAll(touched);
        // Under the tracker's own stamps, which all switches share.
        tracker.installed().forEach(stamp -> {
            final var content = read.get(stamp);
            if (content != null) {
                contents.put(stamp, content);
            }
        });
    }

    /** Changes are sent. */
    void sent(final List<SwitchChange> changes) {
        for (final var change : changes) {
            change.flowStamp().ifPresentOrElse(stamp -> {
                contents.remove(stamp);
                if (looking) {
                    touched.add(stamp);
                }
            }, () -> metersTouched = true);
        }
    }

    /** A second has passed, and no changes are under way. */
    void tickWhileIdle() {
        sinceCount++;
        sinceRead++;
        if (looking) {
            return;
        }
        if (granted) {
            granted = false;
            read();
            return;
        }
        if (sinceRead >= READ_EVERY && !requested) {
            requested = true;
            budget.request(tracker.installed().size(), () -> serial.execute(this::grant));
        }
        if (sinceCount >= COUNT_EVERY) {
            count();
        }
    }

    private void grant() {
        requested = false;
        granted = true;
    }

    private void count() {
        sinceCount = 0;
        look(channel::countFlows, (count, failure) -> {
            // A read that failed is not repeated before its time.
            if (failure == null && isUntouched() && count != tracker.installed().size() && !unreadable) {
                read();
            }
        });
    }

    private void read() {
        look(channel::read, (found, failure) -> {
            sinceRead = 0;
            if (failure == null) {
                unreadable = false;
                compare(found);
            } else if (!unreadable && isUntouched()) {
                unreadable = true;
                LOG.warn("Host {}: br-int could not be looked at: {}", hostId, failure.getMessage());
            }
        });
    }

    private void compare(final SwitchContent found) {
        if (metersTouched) {
            // Which flows went with a meter is not known.
            return;
        }
        final var drift = Drift.between(tracker.installed(), tracker.meters(), contents, found, touched);
        tracker.take(drift);
        learn(found);
        if (drift.size() > 0) {
            LOG.warn("Host {}: somebody else changed br-int, which is put right: {}", hostId, drift);
            repaired += drift.size();
            drifted.run();
        }
    }

    private <T> void look(final Supplier<CompletableFuture<T>> request, final Answer<T> answer) {
        looking = true;
        touched.clear();
        metersTouched = false;
        final long number = begun;
        SwitchWorker.attempt(request).whenCompleteAsync((result, failure) -> {
            if (number == begun) {
                looking = false;
                answer.take(result, failure);
            }
        }, serial);
    }

    private boolean isUntouched() {
        return touched.isEmpty() && !metersTouched;
    }

    /** How many flows and meters had to be put right since the switch connected. */
    int repaired() {
        return repaired;
    }

    @FunctionalInterface
    private interface Answer<T> {
        void take(T result, Throwable failure);
    }
}
