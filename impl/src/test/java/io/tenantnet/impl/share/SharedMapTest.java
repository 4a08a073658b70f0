/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A shared map is a map, and knows in what it differs from another. */
class SharedMapTest {
    private static final int KEYS = 600;

    @Property(tries = 200)
    void isWhatAnOrdinaryMapIs(@ForAll final int seed) {
        final var random = new Random(seed);
        final var plain = new HashMap<Integer, String>();
        var shared = SharedMap.<Integer, String>empty();
        for (int round = 0; round < 10; round++) {
            final var before = new HashMap<>(plain);
            final var editor = shared.edit();
            for (int i = random.nextInt(50); i > 0; i--) {
                final int key = random.nextInt(KEYS) * 7919;
                if (random.nextInt(3) == 0) {
                    plain.remove(key);
                    editor.remove(key);
                } else {
                    final var value = "" + random.nextInt();
                    plain.put(key, value);
                    editor.put(key, value);
                }
            }
            final var next = editor.done();
            assertThat(next).isEqualTo(plain).hasSameSizeAs(plain).hasSameHashCodeAs(plain).isEqualTo(SharedMap.of(plain));
            assertThat(plain).isEqualTo(next);
            assertThat(new HashMap<>(next)).isEqualTo(plain);
            assertThat(shared).isEqualTo(before);
            final var keys = new HashSet<>(before.keySet());
            keys.addAll(plain.keySet());
            keys.removeIf(key -> before.get(key) == plain.get(key));
            assertThat(SharedMap.differences(shared, next)).isEqualTo(keys);
            assertThat(SharedMap.differences(before, next)).isEqualTo(keys);
            shared = next;
        }
    }

    @Test
    void staysTheSameObjectWhereNothingChanges() {
        final var map = SharedMap.of(Map.of("a", "1", "b", "2"));
        final var editor = map.edit();
        editor.put("a", map.get("a"));
        editor.remove("c");
        assertThat(editor.done()).isSameAs(map);
        assertThat(SharedMap.of(map)).isSameAs(map);
        assertThat(map.get("c")).isNull();
        assertThat(map.containsKey("b")).isTrue();
        assertThat(SharedMap.differences(map, map)).isEmpty();
        assertThat(SharedMap.of(Map.of())).isSameAs(SharedMap.empty());
    }
}
