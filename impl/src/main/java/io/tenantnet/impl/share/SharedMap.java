/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.share;

import com.google.common.collect.Iterables;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A map that does not change, and shares with the one it was made from whatever is the same. So one more entry costs little
 * however many there are, and so does to find out in what two maps differ. Keys are spread over shards by their hash;
 * keys and values are not null.
 *
 * @param <K> the keys
 * @param <V> the values
 */
public final class SharedMap<K, V> extends AbstractMap<K, V> {
    private static final int SHARDS = 256;
    private static final SharedMap<?, ?> EMPTY = new SharedMap<>(emptyShards(), 0);

    private final Map<K, V>[] shards;
    private final int size;

    private SharedMap(final Map<K, V>[] shards, final int size) {
        this.shards = shards;
        this.size = size;
    }

    @SuppressWarnings("unchecked")
    private static <K, V> Map<K, V>[] emptyShards() {
        final Map<K, V>[] shards = new Map[SHARDS];
        Arrays.fill(shards, Map.of());
        return shards;
    }

    /** The map without entries. */
    @SuppressWarnings("unchecked")
    public static <K, V> SharedMap<K, V> empty() {
        return (SharedMap<K, V>) EMPTY;
    }

    /** A map with the entries that another has now. */
    public static <K, V> SharedMap<K, V> of(final Map<K, V> entries) {
        if (entries instanceof SharedMap<K, V> shared) {
            return shared;
        }
        final Editor<K, V> editor = SharedMap.<K, V>empty().edit();
        entries.forEach(editor::put);
        return editor.done();
    }

    /**
     * The keys under which two maps do not have the very same object. Costs little where one was made from the other.
     *
     * @param one   a map
     * @param other a map
     */
    public static <K> Set<K> differences(final Map<K, ?> one, final Map<K, ?> other) {
        final Set<K> found = new HashSet<>();
        if (one instanceof SharedMap<K, ?> mine && other instanceof SharedMap<K, ?> its) {
            for (int i = 0; i < SHARDS; i++) {
                if (mine.shards[i] != its.shards[i]) {
                    compare(mine.shards[i], its.shards[i], found);
                }
            }
        } else if (one != other) {
            compare(one, other, found);
        }
        return found;
    }

    private static <K> void compare(final Map<K, ?> one, final Map<K, ?> other, final Set<K> found) {
        one.forEach((key, value) -> {
            if (other.get(key) != value) {
                found.add(key);
            }
        });
        other.keySet().forEach(key -> {
            if (!one.containsKey(key)) {
                found.add(key);
            }
        });
    }

    /** An editor of a copy of this map. */
    public Editor<K, V> edit() {
        return new Editor<>(this);
    }

    private static int shardOf(final Object key) {
        final int hash = key.hashCode() * 0x9e37_79b1;
        return hash >>> 24;
    }

    @Override
    public V get(final Object key) {
        return shards[shardOf(key)].get(key);
    }

    @Override
    public boolean containsKey(final Object key) {
        return shards[shardOf(key)].containsKey(key);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void forEach(final BiConsumer<? super K, ? super V> action) {
        for (final var shard : shards) {
            shard.forEach(action);
        }
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<K, V>> iterator() {
                return Iterables.unmodifiableIterable(Iterables.concat(
                    Arrays.stream(shards).filter(shard -> !shard.isEmpty()).map(Map::entrySet).toList())).iterator();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof SharedMap<?, ?> its
            ? size == its.size && Arrays.equals(shards, its.shards) : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /**
     * Changes a copy of a map. Not thread-safe, and of no use after {@link #done()}.
     *
     * @param <K> the keys
     * @param <V> the values
     */
    public static final class Editor<K, V> {
        private final SharedMap<K, V> origin;
        private final Map<K, V>[] shards;
        private int size;

        private Editor(final SharedMap<K, V> origin) {
            this.origin = origin;
            shards = origin.shards.clone();
            size = origin.size;
        }

        /** The value of a key; null where there is none. */
        public V get(final K key) {
            return shards[shardOf(key)].get(key);
        }

        /** Gives a key a value. */
        public void put(final K key, final V value) {
            Objects.requireNonNull(value);
            if (get(key) != value && own(shardOf(key)).put(key, value) == null) {
                size++;
            }
        }

        /** Takes a key away, if it is there. */
        public void remove(final K key) {
            if (get(key) != null) {
                own(shardOf(key)).remove(key);
                size--;
            }
        }

        private Map<K, V> own(final int number) {
            if (shards[number] == origin.shards[number]) {
                shards[number] = new HashMap<>(shards[number]);
            }
            return shards[number];
        }

        /** The map; the very one it began with where nothing was changed. */
        public SharedMap<K, V> done() {
            if (size == 0) {
                return empty();
            }
            return Arrays.equals(shards, origin.shards, (one, other) -> one == other ? 0 : 1) ? origin
                : new SharedMap<>(shards, size);
        }
    }
}
