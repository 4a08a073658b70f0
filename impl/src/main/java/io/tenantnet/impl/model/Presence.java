/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import java.util.Set;

/**
 * What else than its description is known of a host. It counts where something has to be on one of several hosts.
 *
 * @param silent   hosts that have had no connection of either kind for some seconds; they keep their place in the model,
 *                 since their machines may run on
 * @param expected hosts of before the controller's start that are not back and not given up yet; absent from the model
 */
public record Presence(Set<String> silent, Set<String> expected) {
    /** Nothing is known: all hosts of the model are there, and no other. */
    public static final Presence FULL = new Presence(Set.of(), Set.of());

    public Presence {
        silent = Set.copyOf(silent);
        expected = Set.copyOf(expected);
    }
}
