/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Gives every set of security groups a number of 32 bits. */
final class PolicyIds {
    private static final int BITS = 32;

    private PolicyIds() {
    }

    static Map<SortedSet<UUID>, Integer> of(final Collection<SortedSet<UUID>> sets) {
        return Numbers.of(sets, PolicyIds::text, BITS);
    }

    private static String text(final SortedSet<UUID> set) {
        return set.stream().map(UUID::toString).collect(Collectors.joining(","));
    }
}
