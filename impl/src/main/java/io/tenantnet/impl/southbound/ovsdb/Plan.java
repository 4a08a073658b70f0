/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import java.util.List;
import java.util.Optional;

/**
 * What to do about the difference between what a host has and what it should have.
 *
 * @param operations one transaction; empty where there is nothing to do or nothing can be done
 * @param summary    what the transaction does, in words, for the log
 * @param problem    why what is wanted cannot be had, in words
 * @param notices    what an operator might want to know but nothing is done about
 */
record Plan(List<Op> operations, String summary, Optional<String> problem, List<String> notices) {
    /** Everything is as it should be. */
    static final Plan NOTHING = new Plan(List.of(), "nothing", Optional.empty(), List.of());

    Plan {
        operations = List.copyOf(operations);
        notices = List.copyOf(notices);
    }

    static Plan of(final List<Op> operations, final String summary) {
        return new Plan(operations, summary, Optional.empty(), List.of());
    }

    static Plan blocked(final String problem) {
        return new Plan(List.of(), "nothing", Optional.of(problem), List.of());
    }
}
