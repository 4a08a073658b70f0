/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.flow.Meter;
import io.tenantnet.impl.flow.Stamp;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody else did to the flows and meters of a switch.
 *
 * @param lost    flows that were there and are not
 * @param added   flows with TenantNet's mark that TenantNet did not send
 * @param spoiled flows that say something else than before, or share their table and cookie with another one
 * @param lostMeters meters that were there and are not; the flows that named them went with them
 * @param otherMeters meters that TenantNet did not make, or not so, as they are
 */
record Drift(Set<Stamp> lost, Set<Stamp> added, Set<Stamp> spoiled, Set<Integer> lostMeters,
        Map<Integer, Optional<Meter>> otherMeters) {
    /**
     * Compares what a switch holds with what it should hold.
     *
     * @param installed the flows that it should hold
     * @param meters    the meters that it should hold
     * @param contents  what was read of some of these before
     * @param found     what it holds
     * @param excepted  flows that are left out, because they were being changed while the switch was read
     */
    static Drift between(final Set<Stamp> installed, final Map<Integer, MeterTracker.Held> meters,
            final Map<Stamp, Integer> contents, final SwitchContent found,
            final Set<Stamp> excepted) {
        final Map<Stamp, Integer> seen = new HashMap<>();
        final Set<Stamp> spoiled = new HashSet<>();
        for (final var flow : found.flows()) {
            final boolean twice = seen.put(flow.stamp(), flow.content()) != null;
            final var before = contents.get(flow.stamp());
            if (twice || before != null && before != flow.content()) {
                spoiled.add(flow.stamp());
            }
        }
        final var lost = new HashSet<>(installed);
        lost.removeAll(seen.keySet());
        final var added = new HashSet<>(seen.keySet());
        added.removeAll(installed);
        spoiled.removeAll(added);
        lost.removeAll(excepted);
        added.removeAll(excepted);
        spoiled.removeAll(excepted);
        final var lostMeters = new HashSet<>(meters.keySet());
        lostMeters.removeAll(found.meters().keySet());
        // Meters that could not be read look as if there were none, but their flows are there.
        lostMeters.removeIf(id -> meters.get(id).users().stream().anyMatch(seen::containsKey));
        final var otherMeters = new HashMap<>(found.meters());
        meters.forEach((id, held) -> otherMeters.remove(id, held.meter()));
        return new Drift(lost, added, spoiled, lostMeters, otherMeters);
    }

    /** How many flows and meters have to be put right. */
    int size() {
        return lost.size() + added.size() + spoiled.size() + lostMeters.size() + otherMeters.size();
    }

    @Override
    public String toString() {
        return lost.size() + " flows are gone, " + spoiled.size() + " changed, " + added.size() + " added; "
            + lostMeters.size() + " meters are gone, " + otherMeters.size() + " others or changed";
    }
}
