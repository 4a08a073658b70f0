/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.FlowKey;
import io.tenantnet.impl.flow.Meter;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Stamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The difference between the meters that a switch is to hold, which are those that wanted flows name, and those that it is
 * known to hold. Groups would be kept like this. Not thread-safe.
 */
final class MeterTracker {
    private final Map<Integer, Map<FlowKey, Flow>> users = new HashMap<>();
    /** Empty is a meter that says what none of TenantNet's does. */
    private final Map<Integer, Optional<Meter>> installed = new HashMap<>();
    private final Set<Integer> open = new LinkedHashSet<>();
    private final Map<Integer, Refusal> refused = new LinkedHashMap<>();

    /** Takes note that a flow is wanted. */
    void use(final Flow flow) {
        flow.instructions().meter().ifPresent(meter -> {
            users.computeIfAbsent(meter.id(), id -> new LinkedHashMap<>()).put(flow.key(), flow);
            look(meter.id());
        });
    }

    /** Takes note that a flow is wanted no more. */
    void release(final Flow flow) {
        flow.instructions().meter().ifPresent(meter -> {
            users.computeIfPresent(meter.id(), (id, flows) -> {
                flows.remove(flow.key());
                return flows.isEmpty() ? null : flows;
            });
            look(meter.id());
        });
    }

    /** The wanted flows that name a meter. */
    Collection<Flow> users(final int id) {
        return List.copyOf(users.getOrDefault(id, Map.of()).values());
    }

    /** Replaces the idea of what the switch holds by what was read from it. */
    void replaceInstalled(final Map<Integer, Optional<Meter>> found) {
        installed.clear();
        open.clear();
        refused.clear();
        installed.putAll(found);
        found.keySet().forEach(this::look);
        users.keySet().forEach(this::look);
    }

    /** Takes note of what somebody else did. */
    void take(final Drift drift) {
        installed.keySet().removeAll(drift.lostMeters());
        installed.putAll(drift.otherMeters());
        drift.lostMeters().forEach(this::look);
        drift.otherMeters().keySet().forEach(this::look);
    }

    /** The meters that the switch holds, as far as is known. */
    Map<Integer, Held> held() {
        return installed.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> new Held(
            entry.getValue(), users(entry.getKey()).stream().map(Flow::stamp).collect(Collectors.toSet()))));
    }

    /** What has to be added. What the switch refused is left out until {@link #retryRefused()}. */
    List<SwitchChange> additions() {
        return open.stream().flatMap(id -> step(id).stream()).filter(SwitchChange.PutMeter.class::isInstance).toList();
    }

    /** What has to be removed. What the switch refused is left out until {@link #retryRefused()}. */
    List<SwitchChange> removals() {
        return open.stream().flatMap(id -> step(id).stream()).filter(SwitchChange.RemoveMeter.class::isInstance)
            .toList();
    }

    /** Whether the switch holds a meter that is not wanted. */
    boolean hasSurplus() {
        return !users.keySet().containsAll(installed.keySet());
    }

    /** Takes note that a meter was made, or refused. */
    void confirmPut(final Meter meter, final Refusal refusal) {
        if (refusal == null) {
            installed.put(meter.id(), Optional.of(meter));
        } else {
            installed.remove(meter.id());
            refused.put(meter.id(), refusal);
        }
        look(meter.id());
    }

    /** Takes note that a meter was removed, or its removal refused. */
    void confirmRemoval(final int id, final Refusal refusal) {
        if (refusal == null) {
            installed.remove(id);
        } else {
            refused.put(id, refusal);
        }
        look(id);
    }

    /** Lets what was refused be sent again. */
    void retryRefused() {
        final var again = List.copyOf(refused.keySet());
        refused.clear();
        again.forEach(this::look);
    }

    /** What the switch refused, at most as long as it is still to be done. */
    Collection<Refusal> refused() {
        return refused.values();
    }

    /** The scopes of flows that name a meter which the switch refused, with its reason. */
    Map<Scope, String> refusedScopes() {
        final Map<Scope, String> scopes = new HashMap<>();
        refused.forEach((id, refusal) -> users(id).forEach(flow ->
            scopes.put(flow.origin(), "a meter: " + refusal.reason())));
        return scopes;
    }

    private void look(final int id) {
        final var step = step(id);
        final var refusal = refused.get(id);
        if (step.isPresent() && refusal != null && refusal.change().equals(step.get())) {
            open.remove(id);
            return;
        }
        refused.remove(id);
        if (step.isPresent()) {
            open.add(id);
        } else {
            open.remove(id);
        }
    }

    /** What has to be done about an id. */
    private Optional<SwitchChange> step(final int id) {
        final var wanted = wanted(id);
        if (wanted.isEmpty()) {
            return installed.containsKey(id) ? Optional.of(new SwitchChange.RemoveMeter(id)) : Optional.empty();
        }
        return wanted.equals(installed.get(id)) ? Optional.empty()
            : Optional.of(new SwitchChange.PutMeter(wanted.get()));
    }

    /** While a port takes another's place, the flows of both may name it for a moment: then the newest counts. */
    private Optional<Meter> wanted(final int id) {
        return users.getOrDefault(id, Map.of()).values().stream().reduce((earlier, later) -> later)
            .flatMap(flow -> flow.instructions().meter());
    }

    /**
     * A meter on a switch.
     *
     * @param meter what it says; empty where that is nothing that a meter of TenantNet's says
     * @param users the wanted flows that name it
     */
    record Held(Optional<Meter> meter, Set<Stamp> users) {
    }
}
