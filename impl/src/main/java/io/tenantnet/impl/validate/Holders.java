/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tech.pantheon.triemap.TrieMap;

/**
 * Who has what only one object can have. For a moment several objects may have it that {@link Entry#mayOverlap} allows;
 * then who came next has it when the first is gone. Copies share what they hold and do not see each other's changes.
 *
 * @param <K> what is had
 * @param <E> who has it
 */
final class Holders<K, E extends Entry> {
    private final TrieMap<K, E> first;
    /** Those behind the first, the earliest first; almost always empty. */
    private final TrieMap<K, List<E>> next;

    Holders() {
        this(TrieMap.create(), TrieMap.create());
    }

    private Holders(final TrieMap<K, E> first, final TrieMap<K, List<E>> next) {
        this.first = first;
        this.next = next;
    }

    Holders<K, E> copy() {
        return new Holders<>(first.mutableSnapshot(), next.mutableSnapshot());
    }

    /** Gives something to an object; returns who has it already and does not share it. */
    Optional<E> add(final K key, final E entry) {
        final var holder = first.putIfAbsent(key, entry);
        if (holder == null) {
            return Optional.empty();
        }
        if (holder.id().equals(entry.id()) || !holder.mayOverlap(entry)) {
            return Optional.of(holder);
        }
        next.put(key, Stream.concat(next.getOrDefault(key, List.of()).stream(), Stream.of(entry)).toList());
        return Optional.empty();
    }

    /** Takes something from an object. */
    void remove(final K key, final E entry) {
        final var others = next.getOrDefault(key, List.of());
        if (others.isEmpty()) {
            first.remove(key);
            return;
        }
        final var left = Stream.concat(Stream.of(first.get(key)), others.stream())
            .filter(holder -> !holder.id().equals(entry.id())).toList();
        first.put(key, left.get(0));
        if (left.size() == 1) {
            next.remove(key);
        } else {
            next.put(key, left.subList(1, left.size()));
        }
    }
}
