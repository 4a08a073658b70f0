/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Stamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The difference between what a switch is to hold and what it is known to hold: flows, and the meters that they name. Not
 * thread-safe.
 */
final class DeltaTracker {
    private final Map<Scope, List<Flow>> scopes = new HashMap<>();
    private final FlowTracker flows = new FlowTracker();
    private final MeterTracker meters = new MeterTracker();

    /** Replaces what is wanted for some scopes; an empty list ends a scope. Other scopes stay as they are. */
    void want(final Map<Scope, List<Flow>> changed) {
        // All that goes, goes first: a key may pass from one scope to another in one change.
        changed.keySet().forEach(scope -> scopes.getOrDefault(scope, List.of()).forEach(this::unwant));
        changed.forEach((scope, wanted) -> {
            if (wanted.isEmpty()) {
                scopes.remove(scope);
            } else {
                scopes.put(scope, wanted);
                wanted.forEach(this::want);
            }
        });
    }

    private void unwant(final Flow flow) {
        if (flows.unwant(flow)) {
            meters.release(flow);
        }
    }

    private void want(final Flow flow) {
        flows.wanted(flow.key()).ifPresent(this::unwant);
        flows.want(flow);
        meters.use(flow);
    }

    /** Replaces the idea of what the switch holds by what was read from it. */
    void replaceInstalled(final SwitchContent found) {
        flows.replaceInstalled(found.flows());
        meters.replaceInstalled(found.meters());
    }

    /** Takes note of what somebody else did; lost with its flows, a meter is made again before them. */
    void take(final Drift drift) {
        flows.take(drift);
        meters.take(drift);
    }

    /** The flows that the switch holds, as far as is known. */
    Set<Stamp> installed() {
        return flows.installed();
    }

    /** The meters that the switch holds, as far as is known. */
    Map<Integer, MeterTracker.Held> meters() {
        return meters.held();
    }

    /**
     * What has to be sent: first the removal of what somebody else spoiled, then all that is added, so that a flow is
     * replaced and never gone in between, then all that is removed; a meter before the flows that name it, and away after
     * them. What the switch refused is left out until {@link #retryRefused()}.
     */
    List<SwitchChange> pending() {
        final var changes = new ArrayList<SwitchChange>(flows.spoiled());
        changes.addAll(meters.additions());
        changes.addAll(flows.additions());
        changes.addAll(flows.removals());
        changes.addAll(meters.removals());
        return changes;
    }

    /** Whether the switch holds something of TenantNet's that is not wanted. */
    boolean hasSurplus() {
        return flows.hasSurplus() || meters.hasSurplus();
    }

    /** Takes note that changes were sent and confirmed, but for those refused. More may have been wanted meanwhile. */
    void confirm(final List<SwitchChange> changes, final List<Refusal> refusals) {
        final var failed = refusals.stream().collect(Collectors.toMap(Refusal::change, refusal -> refusal,
            (one, other) -> one));
        changes.forEach(change -> confirm(change, failed.get(change)));
    }

    private void confirm(final SwitchChange change, final Refusal refusal) {
        if (change instanceof SwitchChange.Put put) {
            flows.confirmPut(put.flow(), refusal);
        } else if (change instanceof SwitchChange.Remove remove) {
            flows.confirmRemoval(remove.flow(), refusal);
        } else if (change instanceof SwitchChange.RemoveStray stray) {
            flows.confirmRemoval(stray.flow(), refusal);
        } else if (change instanceof SwitchChange.PutMeter put) {
            // Whatever became of it, its forerunner is gone.
            meters.confirmPut(put.meter(), refusal);
            flows.lose(put.meter().id(), meters.users(put.meter().id()));
            if (refusal == null) {
                flows.retry(meters.users(put.meter().id()));
            }
        } else if (change instanceof SwitchChange.RemoveMeter remove) {
            meters.confirmRemoval(remove.id(), refusal);
            if (refusal == null) {
                flows.lose(remove.id(), meters.users(remove.id()));
            }
        }
    }

    /** Lets what was refused be sent again. */
    void retryRefused() {
        meters.retryRefused();
        flows.retryRefused();
    }

    /** What the switch refused, at most as long as it is still to be done; a meter before the flows that name it. */
    List<Refusal> refused() {
        return Stream.concat(meters.refused().stream(), flows.refused().stream()).toList();
    }

    /** The scopes of which the switch refused flows that are still wanted, with its reason for one of them. */
    Map<Scope, String> refusedScopes() {
        final var scopes = flows.refusedScopes();
        // What a flow lacks whose meter was refused is the meter.
        scopes.putAll(meters.refusedScopes());
        return scopes;
    }

    /** The scopes of which the switch does not hold every flow. */
    Set<Scope> unconfirmed() {
        return flows.unconfirmed();
    }

    /** How many flows are wanted. */
    int wantedCount() {
        return flows.wantedCount();
    }

    /** How many of the wanted flows the switch holds. */
    int confirmedCount() {
        return flows.confirmedCount();
    }
}
