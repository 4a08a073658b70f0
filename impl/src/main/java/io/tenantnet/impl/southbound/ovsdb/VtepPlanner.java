/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.vtep.VtepWish;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes the database of a hardware VTEP hold what is wanted. What others made in it stays: it works on logical switches
 * that carry TenantNet's mark, and on what refers to those. What has to hold together is done in one transaction, so
 * that the schema's referential integrity is kept whatever the order.
 */
final class VtepPlanner implements Planner {
    private final Supplier<Optional<VtepWish>> wish;
    private final VtepMemory memory;
    private final boolean modes;
    private final Patience patience;

    /**
     * Makes a planner.
     *
     * @param wish     what is wanted; asked at every look. Nothing is touched while it is empty
     * @param memory   which addresses are known to be TenantNet's
     * @param modes    whether the schema knows replication modes
     * @param patience how long a switch may keep addresses that it learned where it has no ports any more
     */
    VtepPlanner(final Supplier<Optional<VtepWish>> wish, final VtepMemory memory, final boolean modes,
            final Patience patience) {
        this.wish = requireNonNull(wish);
        this.memory = requireNonNull(memory);
        this.modes = modes;
        this.patience = requireNonNull(patience);
    }

    @Override
    public Plan plan(final Rows rows) {
        return wish.get().map(wanted -> plan(rows, wanted)).orElse(Plan.NOTHING);
    }

    private Plan plan(final Rows rows, final VtepWish wanted) {
        final var draft = new VtepDraft(rows);
        final var switches = new LogicalSwitchPlan(draft, modes, wanted);
        new VlanBindingPlan(draft, switches, wanted).plan();
        new FloodPlan(draft, switches).plan(wanted);
        new RemoteMacPlan(draft, switches, memory).plan(wanted);
        switches.removeObsolete(patience);
        return draft.plan();
    }
}
