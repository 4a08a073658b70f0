/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.share;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Things by what they have in common; it does not change, and shares with the one it was made from what is the same.
 *
 * @param <K> what things have in common
 * @param <V> the things
 */
public final class Groups<K, V> {
    private static final Groups<?, ?> EMPTY = new Groups<>(SharedMap.empty());

    private final SharedMap<K, Set<V>> groups;

    private Groups(final SharedMap<K, Set<V>> groups) {
        this.groups = groups;
    }

    /** No things. */
    @SuppressWarnings("unchecked")
    public static <K, V> Groups<K, V> empty() {
        return (Groups<K, V>) EMPTY;
    }

    /** The things of a group. */
    public Set<V> get(final K key) {
        return groups.getOrDefault(key, Set.of());
    }

    /** An editor of a copy. */
    public Editor<K, V> edit() {
        return new Editor<>(groups);
    }

    /**
     * Changes a copy. Not thread-safe, and of no use after {@link #done()}.
     *
     * @param <K> what things have in common
     * @param <V> the things
     */
    public static final class Editor<K, V> {
        private final Map<K, Set<V>> touched = new HashMap<>();
        private final SharedMap<K, Set<V>> origin;

        private Editor(final SharedMap<K, Set<V>> origin) {
            this.origin = origin;
        }

        /** Puts a thing into a group. */
        public void add(final K key, final V thing) {
            own(key).add(thing);
        }

        /** Takes a thing out of a group. */
        public void remove(final K key, final V thing) {
            own(key).remove(thing);
        }

        private Set<V> own(final K key) {
            return touched.computeIfAbsent(key, its -> new HashSet<>(origin.getOrDefault(its, Set.of())));
        }

        /** The groups. */
        public Groups<K, V> done() {
            final var editor = origin.edit();
            touched.forEach((key, things) -> {
                if (things.isEmpty()) {
                    editor.remove(key);
                } else {
                    editor.put(key, things);
                }
            });
            return new Groups<>(editor.done());
        }
    }
}
