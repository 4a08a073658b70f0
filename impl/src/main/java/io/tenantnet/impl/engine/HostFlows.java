/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.ScopeRendering.Rendering;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.resolve.Resolved;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * What the switch of one host is to hold, and what it was last known to hold. It outlives the switch's connections and is
 * kept up to date between them, so that a switch which comes back does not have to wait until its flows are made.
 * {@link #update} may be called from any thread, all else only by the tasks of {@link #serial}.
 */
final class HostFlows {
    private final DeltaTracker tracker = new DeltaTracker();
    private final String hostId;
    private final Executor serial;
    private final ScopeRendering rendering;

    private Runnable changed = () -> { };
    private boolean settled;

    /**
     * No flows yet.
     *
     * @param hostId    the host
     * @param serial    runs what is done with these flows, one after the other
     * @param rendering makes flows
     */
    HostFlows(final String hostId, final Executor serial, final Rendering rendering) {
        this.hostId = requireNonNull(hostId);
        this.serial = requireNonNull(serial);
        this.rendering = new ScopeRendering(hostId, rendering);
    }

    /** The host; may be asked for by any thread. */
    String hostId() {
        return hostId;
    }

    /** Runs what is done with these flows. */
    Executor serial() {
        return serial;
    }

    /**
     * Takes a new model.
     *
     * @param resolved  the model
     * @param dirty     the scopes that may render differently than before
     * @param isSettled whether the model is complete enough for the removal of what it does not know
     */
    void update(final Resolved resolved, final Set<Scope> dirty, final boolean isSettled) {
        serial.execute(() -> {
            tracker.want(rendering.render(resolved, dirty));
            settled = isSettled;
            changed.run();
        });
    }

    /** Has a task run after each update, instead of the one of before. */
    void onUpdate(final Runnable task) {
        changed = requireNonNull(task);
    }

    /** The difference between what is wanted and what is held. */
    DeltaTracker tracker() {
        return tracker;
    }

    /** Whether the model is complete enough for the removal of what it does not know. */
    boolean isSettled() {
        return settled;
    }

    /** Whether nothing may be sent, since flows of an earlier run would be replaced by what may be half a picture. */
    boolean isHeld() {
        // What replaces flows of an earlier run is as much of a removal as a removal: the key is not known.
        return !settled && tracker.hasSurplus();
    }

    /**
     * How far the switch is.
     *
     * @param trouble  why it is not known what the switch holds; empty where it is known
     * @param repaired what was put right since it connected
     */
    SwitchReport report(final Optional<String> trouble, final int repaired) {
        final boolean known = trouble.isEmpty();
        final var refused = known ? tracker.refusedScopes() : new HashMap<Scope, String>();
        refused.putAll(rendering.failures());
        final var unconfirmed = known ? tracker.unconfirmed() : new HashSet<Scope>();
        unconfirmed.addAll(rendering.failures().keySet());
        return new SwitchReport(tracker.wantedCount(), known ? tracker.confirmedCount() : 0, unconfirmed, refused,
            trouble.or(this::problem), repaired);
    }

    private Optional<String> problem() {
        if (isHeld()) {
            return Optional.of("flows of before the start are kept until the known hosts are back");
        }
        final var refused = tracker.refused();
        return refused.stream().findFirst().map(refusal -> "br-int refused " + refused.size()
            + " changes, the first: " + refusal.change() + ": " + refusal.reason())
            .or(() -> rendering.failures().entrySet().stream().findFirst()
                .map(failure -> failure.getKey() + ": " + failure.getValue()));
    }
}
