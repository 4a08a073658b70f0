/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tech.pantheon.triemap.TrieMap;

/** The subnets, no two of which overlap in one network. */
final class SubnetTable {
    private final EntryTable<SubnetEntry> entries;
    private final TrieMap<UUID, List<SubnetEntry>> byNetwork;

    SubnetTable() {
        this(new EntryTable<>(), TrieMap.create());
    }

    private SubnetTable(final EntryTable<SubnetEntry> entries, final TrieMap<UUID, List<SubnetEntry>> byNetwork) {
        this.entries = entries;
        this.byNetwork = byNetwork;
    }

    SubnetTable copy() {
        return new SubnetTable(entries.copy(), byNetwork.mutableSnapshot());
    }

    Optional<SubnetEntry> get(final UUID id) {
        return entries.get(id);
    }

    /** The subnets of a network. */
    List<SubnetEntry> of(final UUID network) {
        return byNetwork.getOrDefault(network, List.of());
    }

    Optional<SubnetEntry> remove(final String key) {
        final var removed = entries.remove(key);
        removed.ifPresent(entry -> {
            final var left = of(entry.networkId()).stream().filter(other -> other != entry).toList();
            if (left.isEmpty()) {
                byNetwork.remove(entry.networkId());
            } else {
                byNetwork.put(entry.networkId(), left);
            }
        });
        return removed;
    }

    void add(final SubnetEntry entry) {
        entries.add(entry);
        final var others = of(entry.networkId());
        for (SubnetEntry other : others) {
            // Two prefixes overlap only where one holds the other.
            if (!entry.mayOverlap(other)
                    && (other.cidr().contains(entry.cidr().first()) || entry.cidr().contains(other.cidr().first()))) {
                throw new ConflictException(entry.name(), "cidr", entry.cidr(), "overlaps cidr " + other.cidr()
                    + " of " + other.name() + " in the same network, " + entry.networkId());
            }
        }
        byNetwork.put(entry.networkId(), Stream.concat(others.stream(), Stream.of(entry)).toList());
    }

    int size() {
        return entries.size();
    }
}
