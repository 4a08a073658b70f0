/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.model.Model;

/**
 * A resolved model, and what it takes to resolve the next one without looking at all of it again. It never changes.
 */
public final class Resolution {
    /** Of a model of nothing. */
    public static final Resolution EMPTY = Resolver.whole(Model.EMPTY, Ties.NONE);

    private final Model model;
    private final Ties ties;
    private final Ground ground;
    private final Outsides outsides;
    private final GroupSets sets;
    private final PolicyResolver policies;
    private final Resolved resolved;

    Resolution(final Model model, final Ties ties, final Ground ground, final Outsides outsides, final GroupSets sets,
            final PolicyResolver policies, final Resolved resolved) {
        this.model = requireNonNull(model);
        this.ties = requireNonNull(ties);
        this.ground = requireNonNull(ground);
        this.outsides = requireNonNull(outsides);
        this.sets = requireNonNull(sets);
        this.policies = requireNonNull(policies);
        this.resolved = requireNonNull(resolved);
    }

    /**
     * Resolves another model. The result is that of {@link Resolver#resolve}, and shares with this one all that stayed the
     * same; where only ports and interfaces differ it costs in proportion to their {@link Region}.
     */
    public Resolution next(final Model now) {
        final var newTies = ties.next(model, now);
        return Patch.of(this, now, newTies).flatMap(Patch::applied).orElseGet(() -> Resolver.whole(now, newTies));
    }

    /** The model. */
    public Model model() {
        return model;
    }

    /** The model with its references followed. */
    public Resolved resolved() {
        return resolved;
    }

    Ties ties() {
        return ties;
    }

    Ground ground() {
        return ground;
    }

    Outsides outsides() {
        return outsides;
    }

    GroupSets sets() {
        return sets;
    }

    PolicyResolver policies() {
        return policies;
    }
}
