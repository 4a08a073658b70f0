/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.FlowKey;
import io.tenantnet.impl.flow.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The difference between the flows that a switch is to hold and those that it is known to hold. Every operation costs in
 * proportion to what it changes. Not thread-safe.
 */
final class DeltaTracker {
    private final Map<Scope, List<Flow>> scopes = new HashMap<>();
    private final Map<FlowKey, Flow> wanted = new HashMap<>();
    private final Map<InstalledFlow, Flow> wantedByStamp = new HashMap<>();
    private final Map<InstalledFlow, Optional<Flow>> installed = new HashMap<>();
    private final Map<FlowKey, Flow> missing = new LinkedHashMap<>();
    private final Set<InstalledFlow> surplus = new LinkedHashSet<>();
    private final Map<FlowKey, Refusal> refused = new LinkedHashMap<>();
    private final Map<InstalledFlow, Refusal> refusedRemovals = new LinkedHashMap<>();

    /** Replaces what is wanted for some scopes; an empty list ends a scope. Other scopes stay as they are. */
    void want(final Map<Scope, List<Flow>> changed) {
        // All that goes, goes first: a key may pass from one scope to another in one change.
        changed.keySet().forEach(scope -> scopes.getOrDefault(scope, List.of()).forEach(this::unwant));
        changed.forEach((scope, flows) -> {
            if (flows.isEmpty()) {
                scopes.remove(scope);
            } else {
                scopes.put(scope, flows);
                flows.forEach(this::want);
            }
        });
    }

    private void unwant(final Flow flow) {
        if (wanted.remove(flow.key(), flow)) {
            final var stamp = stampOf(flow);
            wantedByStamp.remove(stamp);
            missing.remove(flow.key());
            refused.remove(flow.key());
            if (installed.containsKey(stamp)) {
                surplus.add(stamp);
            }
        }
    }

    private void want(final Flow flow) {
        final var former = wanted.get(flow.key());
        if (former != null) {
            unwant(former);
        }
        final var stamp = stampOf(flow);
        wanted.put(flow.key(), flow);
        wantedByStamp.put(stamp, flow);
        surplus.remove(stamp);
        // After a refused removal it is sent again: another flow may have replaced it meanwhile.
        if (refusedRemovals.remove(stamp) != null || !installed.containsKey(stamp)) {
            missing.put(flow.key(), flow);
        }
    }

    /** Replaces the idea of what the switch holds by what was read from it. */
    void replaceInstalled(final Collection<InstalledFlow> found) {
        installed.clear();
        surplus.clear();
        missing.clear();
        refused.clear();
        refusedRemovals.clear();
        found.forEach(flow -> installed.put(flow, Optional.empty()));
        surplus.addAll(installed.keySet());
        for (final var flow : wanted.values()) {
            final var stamp = stampOf(flow);
            if (surplus.remove(stamp)) {
                installed.put(stamp, Optional.of(flow));
            } else {
                missing.put(flow.key(), flow);
            }
        }
    }

    /**
     * What has to be sent: first all that is added, so that a flow is replaced and never gone in between, then all that is
     * removed. What the switch refused is left out until {@link #retryRefused()}.
     */
    List<FlowChange> pending() {
        final var changes = new ArrayList<FlowChange>(missing.size() + surplus.size());
        missing.values().forEach(flow -> changes.add(new FlowChange.Put(flow)));
        surplus.forEach(stamp -> changes.add(installed.get(stamp).<FlowChange>map(FlowChange.Remove::new)
            .orElseGet(() -> new FlowChange.RemoveStray(stamp))));
        return changes;
    }

    /** Whether the switch holds flows of TenantNet's that are not wanted. */
    boolean hasSurplus() {
        return !surplus.isEmpty() || !refusedRemovals.isEmpty();
    }

    /** Takes note that changes were sent and confirmed, but for those refused. More may have been wanted meanwhile. */
    void confirm(final List<FlowChange> changes, final List<Refusal> refusals) {
        final var failed = refusals.stream().collect(Collectors.toMap(Refusal::change, refusal -> refusal,
            (one, other) -> one));
        for (final var change : changes) {
            final var refusal = failed.get(change);
            if (change instanceof FlowChange.Put put) {
                confirmPut(put.flow(), refusal);
            } else {
                confirmRemoval(change instanceof FlowChange.Remove remove ? stampOf(remove.flow())
                    : ((FlowChange.RemoveStray) change).flow(), refusal);
            }
        }
    }

    private void confirmPut(final Flow flow, final Refusal refusal) {
        final var stamp = stampOf(flow);
        final var now = wanted.get(flow.key());
        // To the switch a flow is the same whatever it is there for now.
        final boolean stillWanted = now != null && stampOf(now).equals(stamp);
        if (stillWanted) {
            missing.remove(flow.key());
        }
        if (refusal == null) {
            installed.put(stamp, Optional.of(flow));
            if (!stillWanted) {
                surplus.add(stamp);
            }
        } else if (stillWanted) {
            refused.put(flow.key(), refusal);
        }
    }

    private void confirmRemoval(final InstalledFlow stamp, final Refusal refusal) {
        surplus.remove(stamp);
        final var wantedAgain = wantedByStamp.get(stamp);
        if (wantedAgain != null) {
            missing.put(wantedAgain.key(), wantedAgain);
        }
        if (refusal == null) {
            installed.remove(stamp);
            refusedRemovals.remove(stamp);
        } else if (wantedAgain == null) {
            refusedRemovals.put(stamp, refusal);
        }
    }

    /** Lets what was refused be sent again. */
    void retryRefused() {
        refused.keySet().forEach(key -> missing.put(key, wanted.get(key)));
        refused.clear();
        surplus.addAll(refusedRemovals.keySet());
    }

    /** What the switch refused, at most as long as it is still to be done. */
    List<Refusal> refused() {
        return Stream.concat(refused.values().stream(), refusedRemovals.values().stream()).toList();
    }

    /** The scopes of which the switch refused flows that are still wanted, with its reason for one of them. */
    Map<Scope, String> refusedScopes() {
        return refused.entrySet().stream().collect(Collectors.toMap(entry -> wanted.get(entry.getKey()).origin(),
            entry -> entry.getValue().reason(), (one, other) -> one));
    }

    /** The scopes of which the switch does not hold every flow. */
    Set<Scope> unconfirmed() {
        return Stream.concat(missing.keySet().stream(), refused.keySet().stream())
            .map(key -> wanted.get(key).origin()).collect(Collectors.toCollection(HashSet::new));
    }

    /** How many flows are wanted. */
    int wantedCount() {
        return wanted.size();
    }

    /** How many of the wanted flows the switch holds. */
    int confirmedCount() {
        return wanted.size() - missing.size() - refused.size();
    }

    private static InstalledFlow stampOf(final Flow flow) {
        return new InstalledFlow(flow.key().table(), flow.cookie());
    }
}
