/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Gives every set of security groups a number of 32 bits. It is a hash of the set, so that it is the same on all
 * controllers and after a restart; where two sets have the same hash, one takes the next number that is free.
 */
final class PolicyIds {
    private PolicyIds() {
    }

    static Map<SortedSet<UUID>, Integer> of(final Collection<SortedSet<UUID>> sets) {
        final Map<SortedSet<UUID>, Integer> numbers = new HashMap<>();
        final Set<Integer> taken = new HashSet<>();
        // In an order that does not depend on what came first.
        sets.stream().distinct().sorted(Comparator.comparing(PolicyIds::text)).forEach(set -> {
            int number = hash(text(set));
            while (number == 0 || !taken.add(number)) {
                number++;
            }
            numbers.put(set, number);
        });
        return numbers;
    }

    private static String text(final SortedSet<UUID> set) {
        return set.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static int hash(final String text) {
        // Must be the same in another version of Java, so no hashCode().
        return Hashing.farmHashFingerprint64().hashString(text, StandardCharsets.UTF_8).asInt();
    }
}
