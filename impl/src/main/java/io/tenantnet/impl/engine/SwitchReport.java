/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.flow.Scope;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far a switch is.
 *
 * @param wanted      how many flows it is to hold
 * @param confirmed   how many of these it has confirmed
 * @param unconfirmed the scopes of which it has not confirmed every flow
 * @param refused     those of the unconfirmed scopes of which it refused flows, with its reason; they are tried again
 * @param problem     in words, why it is not as it should be; empty where it is, or is about to be
 * @param repaired    how many flows were put right that somebody else had removed, changed or added, since it connected
 */
public record SwitchReport(int wanted, int confirmed, Set<Scope> unconfirmed, Map<Scope, String> refused,
        Optional<String> problem, int repaired) {
    public SwitchReport {
        unconfirmed = Set.copyOf(unconfirmed);
        refused = Map.copyOf(refused);
    }

    /** A report of a switch that refused nothing and was left alone. */
    public SwitchReport(final int wanted, final int confirmed, final Set<Scope> unconfirmed,
            final Optional<String> problem) {
        this(wanted, confirmed, unconfirmed, Map.of(), problem, 0);
    }

    /** Whether the switch may lack flows of a scope. */
    public boolean isOpen(final Scope scope) {
        return isWhollyOpen() || unconfirmed.contains(scope);
    }

    /** Whether the switch may lack the flows of every scope. */
    public boolean isWhollyOpen() {
        return wanted > 0 && confirmed == 0;
    }

    /** In words, why a scope is not confirmed, where the reason is known. */
    public Optional<String> why(final Scope scope) {
        return refused.isEmpty() ? problem : Optional.ofNullable(refused.get(scope));
    }

    /** The same report, but that the switch may not have confirmed every flow of some more scopes. */
    SwitchReport open(final Set<Scope> scopes) {
        final var all = new HashSet<>(unconfirmed);
        all.addAll(scopes);
        return new SwitchReport(wanted, confirmed, all, refused, problem, repaired);
    }
}
