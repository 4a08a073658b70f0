/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.FlowKey;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Stamp;
import java.util.Collection;
import java.util.Collections;
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
final class FlowTracker {
    private final Map<FlowKey, Flow> wanted = new HashMap<>();
    /** What the switch holds, and which flow that is; null where only its stamp is known. What is wanted is known. */
    private final Map<Stamp, Flow> installed = new HashMap<>();
    private final Map<FlowKey, Flow> missing = new LinkedHashMap<>();
    private final Set<Stamp> surplus = new LinkedHashSet<>();
    /** Flows that are to be there, but are not alone under their stamp or say something else: first they are removed. */
    private final Set<Stamp> spoiled = new LinkedHashSet<>();
    private final Map<FlowKey, Refusal> refused = new LinkedHashMap<>();
    private final Map<Stamp, Refusal> refusedRemovals = new LinkedHashMap<>();
    /** Those installed that another may have replaced, since their removal was refused. */
    private final Set<Stamp> doubtful = new HashSet<>();

    /** The wanted flow of a key. */
    Optional<Flow> wanted(final FlowKey key) {
        return Optional.ofNullable(wanted.get(key));
    }

    /** Wants a flow no more; tells whether it was wanted. */
    boolean unwant(final Flow flow) {
        if (!wanted.remove(flow.key(), flow)) {
            return false;
        }
        final var stamp = flow.stamp();
        missing.remove(flow.key());
        refused.remove(flow.key());
        if (spoiled.remove(stamp)) {
            installed.put(stamp, null);
        }
        if (installed.containsKey(stamp)) {
            surplus.add(stamp);
        }
        return true;
    }

    /** Wants a flow. None of its key must be wanted. */
    void want(final Flow flow) {
        final var stamp = flow.stamp();
        wanted.put(flow.key(), flow);
        surplus.remove(stamp);
        refusedRemovals.remove(stamp);
        if (installed.containsKey(stamp)) {
            installed.put(stamp, flow);
        }
        if (doubtful.contains(stamp) || !installed.containsKey(stamp)) {
            missing.put(flow.key(), flow);
        }
    }

    /** The wanted flow of a stamp that the switch holds. */
    private Optional<Flow> wanted(final Stamp held) {
        return Optional.ofNullable(installed.get(held)).flatMap(flow -> wanted(flow.key()))
            .filter(flow -> flow.stamp().equals(held));
    }

    /** Replaces the idea of what the switch holds by what was read from it. */
    void replaceInstalled(final Collection<FoundFlow> found) {
        installed.clear();
        surplus.clear();
        missing.clear();
        spoiled.clear();
        refused.clear();
        refusedRemovals.clear();
        doubtful.clear();
        found.forEach(flow -> surplus.add(flow.stamp()));
        for (final var flow : wanted.values()) {
            // The flow's own stamp, which it has once for all switches.
            final var stamp = flow.stamp();
            if (surplus.remove(stamp)) {
                installed.put(stamp, flow);
            } else {
                missing.put(flow.key(), flow);
            }
        }
        surplus.forEach(stamp -> installed.put(stamp, null));
    }

    /** Takes note of what somebody else did. */
    void take(final Drift drift) {
        for (final var stamp : drift.lost()) {
            wanted(stamp).ifPresent(flow -> missing.put(flow.key(), flow));
            installed.remove(stamp);
            surplus.remove(stamp);
            refusedRemovals.remove(stamp);
            doubtful.remove(stamp);
            spoiled.remove(stamp);
        }
        if (!drift.added().isEmpty()) {
            add(drift.added());
        }
        for (final var stamp : drift.spoiled()) {
            wanted(stamp).ifPresentOrElse(flow -> {
                spoiled.add(stamp);
                missing.put(flow.key(), flow);
            }, () -> {
                installed.put(stamp, null);
                surplus.add(stamp);
            });
        }
    }

    private void add(final Set<Stamp> added) {
        final Map<Stamp, Flow> lacking = new HashMap<>();
        Stream.concat(missing.keySet().stream(), refused.keySet().stream()).map(wanted::get)
            .forEach(flow -> lacking.put(flow.stamp(), flow));
        for (final var stamp : added) {
            final var flow = lacking.get(stamp);
            installed.put(stamp, flow);
            if (flow == null) {
                surplus.add(stamp);
            } else {
                missing.remove(flow.key());
                refused.remove(flow.key());
            }
        }
    }

    /** What somebody else spoiled has to go before anything is added. */
    List<SwitchChange> spoiled() {
        return spoiled.stream().<SwitchChange>map(SwitchChange.RemoveStray::new).toList();
    }

    /** What has to be added. What the switch refused is left out until {@link #retryRefused()}. */
    List<SwitchChange> additions() {
        return missing.values().stream().<SwitchChange>map(SwitchChange.Put::new).toList();
    }

    /** What has to be removed. What the switch refused is left out until {@link #retryRefused()}. */
    List<SwitchChange> removals() {
        return surplus.stream().map(stamp -> Optional.ofNullable(installed.get(stamp))
            .<SwitchChange>map(SwitchChange.Remove::new)
            .orElseGet(() -> new SwitchChange.RemoveStray(stamp))).toList();
    }

    /** Whether the switch holds flows of TenantNet's that are not wanted. */
    boolean hasSurplus() {
        return !surplus.isEmpty() || !refusedRemovals.isEmpty();
    }

    /** Takes note that wanted flows are gone with their meter, and so are those that were to go. */
    void lose(final int meter, final Collection<Flow> users) {
        for (final var flow : users) {
            if (installed.remove(flow.stamp()) != null && !refused.containsKey(flow.key())) {
                missing.put(flow.key(), flow);
            }
        }
        Stream.concat(surplus.stream(), refusedRemovals.keySet().stream()).distinct()
            .filter(stamp -> Optional.ofNullable(installed.get(stamp)).flatMap(flow -> flow.instructions().meter())
                .filter(its -> its.id() == meter).isPresent())
            .toList().forEach(stamp -> {
                installed.remove(stamp);
                surplus.remove(stamp);
                refusedRemovals.remove(stamp);
                doubtful.remove(stamp);
            });
    }

    /** Takes note that a flow was added, or refused. */
    void confirmPut(final Flow flow, final Refusal refusal) {
        final var stamp = flow.stamp();
        final var now = wanted.get(flow.key());
        // To the switch a flow is the same whatever it is there for now.
        final boolean stillWanted = now != null && now.stamp().equals(stamp);
        if (stillWanted) {
            missing.remove(flow.key());
        }
        if (refusal == null) {
            installed.put(stamp, flow);
            doubtful.remove(stamp);
            if (!stillWanted) {
                surplus.add(stamp);
            }
        } else if (stillWanted) {
            refused.put(flow.key(), refusal);
        }
    }

    /** Takes note that a flow was removed, or its removal refused. */
    void confirmRemoval(final Flow flow, final Refusal refusal) {
        confirmRemoval(flow.stamp(), refusal);
    }

    /** Takes note that a flow was removed, or its removal refused. */
    void confirmRemoval(final Stamp stamp, final Refusal refusal) {
        surplus.remove(stamp);
        spoiled.remove(stamp);
        final var wantedAgain = wanted(stamp);
        wantedAgain.ifPresent(flow -> missing.put(flow.key(), flow));
        if (refusal == null) {
            installed.remove(stamp);
            doubtful.remove(stamp);
            refusedRemovals.remove(stamp);
        } else if (installed.containsKey(stamp)) {
            doubtful.add(stamp);
            if (wantedAgain.isEmpty()) {
                refusedRemovals.put(stamp, refusal);
            }
        }
    }

    /** Lets flows be sent again that were refused, since their meter was not there. */
    void retry(final Collection<Flow> users) {
        users.forEach(flow -> {
            if (refused.remove(flow.key()) != null) {
                missing.put(flow.key(), flow);
            }
        });
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
            entry -> "br-int refused a flow of table " + entry.getKey().table() + ": " + entry.getValue().reason(),
            (one, other) -> one, HashMap::new));
    }

    /** The scopes of which the switch does not hold every flow. */
    Set<Scope> unconfirmed() {
        return Stream.concat(missing.keySet().stream(), refused.keySet().stream())
            .map(key -> wanted.get(key).origin()).collect(Collectors.toCollection(HashSet::new));
    }

    /** What the switch holds, as far as is known. */
    Set<Stamp> installed() {
        return Collections.unmodifiableSet(installed.keySet());
    }

    /** How many flows are wanted. */
    int wantedCount() {
        return wanted.size();
    }

    /** How many of the wanted flows the switch holds. */
    int confirmedCount() {
        return wanted.size() - missing.size() - refused.size();
    }
}
