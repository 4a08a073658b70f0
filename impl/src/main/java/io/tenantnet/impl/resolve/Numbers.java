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
import java.util.function.Function;

/**
 * Gives things numbers of some bits, other than 0. A number is a hash, so that it is the same on all controllers and after
 * a restart; where two have the same hash, one takes the next number that is free.
 */
final class Numbers {
    private Numbers() {
    }

    /**
     * Gives numbers.
     *
     * @param things what needs a number
     * @param text   by what each is told from the others
     * @param bits   how many bits a number has, 1..32
     * @return by thing its number; things for which none is left are absent
     */
    static <T> Map<T, Integer> of(final Collection<T> things, final Function<T, String> text, final int bits) {
        final Map<T, Integer> numbers = new HashMap<>();
        final Set<Integer> taken = new HashSet<>();
        final int mask = -1 >>> 32 - bits;
        // In an order that does not depend on what came first.
        final var all = things.stream().distinct().sorted(Comparator.comparing(text));
        all.limit(Integer.toUnsignedLong(mask)).forEach(thing -> {
            int number = hash(text.apply(thing)) & mask;
            while (number == 0 || !taken.add(number)) {
                number = number + 1 & mask;
            }
            numbers.put(thing, number);
        });
        return numbers;
    }

    static int hash(final String text) {
        // Must be the same in another version of Java, so no hashCode().
        return Hashing.farmHashFingerprint64().hashString(text, StandardCharsets.UTF_8).asInt();
    }
}
