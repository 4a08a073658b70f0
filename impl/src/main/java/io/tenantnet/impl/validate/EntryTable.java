/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import io.tenantnet.impl.model.Uuids;
import java.util.Optional;
import java.util.UUID;
import tech.pantheon.triemap.TrieMap;

/**
 * The objects of one kind by identity. A copy costs nothing: it shares everything with its original until one of them
 * changes.
 *
 * @param <E> the objects
 */
final class EntryTable<E extends Entry> {
    private final TrieMap<UUID, E> entries;

    EntryTable() {
        this(TrieMap.create());
    }

    private EntryTable(final TrieMap<UUID, E> entries) {
        this.entries = entries;
    }

    EntryTable<E> copy() {
        return new EntryTable<>(entries.mutableSnapshot());
    }

    Optional<E> get(final UUID id) {
        return Optional.ofNullable(entries.get(id));
    }

    /**
     * Adds an object.
     *
     * @throws ConflictException if its uuid is there already, written in another way
     */
    void add(final E entry) {
        final var present = entries.putIfAbsent(entry.id(), entry);
        if (present != null) {
            throw new ConflictException(entry.name(), "uuid", entry.key(),
                "is that of " + present.name() + ", written in another way");
        }
    }

    /** Removes the object with a key; empty where there is none whose uuid is written in that way. */
    Optional<E> remove(final String key) {
        final var removed = Uuids.parse(key).flatMap(this::get).filter(entry -> entry.key().equals(key));
        removed.ifPresent(entry -> entries.remove(entry.id()));
        return removed;
    }

    int size() {
        return entries.size();
    }
}
