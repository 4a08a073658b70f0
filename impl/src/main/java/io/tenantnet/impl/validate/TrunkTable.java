/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import io.tenantnet.impl.model.Trunk;
import java.util.UUID;

/** The trunks, no two of which have a port in common. */
final class TrunkTable {
    private final EntryTable<TrunkEntry> entries;
    private final Holders<UUID, TrunkEntry> owners;

    TrunkTable() {
        this(new EntryTable<>(), new Holders<>());
    }

    private TrunkTable(final EntryTable<TrunkEntry> entries, final Holders<UUID, TrunkEntry> owners) {
        this.entries = entries;
        this.owners = owners;
    }

    TrunkTable copy() {
        return new TrunkTable(entries.copy(), owners.copy());
    }

    void remove(final String key) {
        entries.remove(key).ifPresent(entry -> {
            owners.remove(entry.trunk().parentId(), entry);
            entry.trunk().subPorts().forEach(one -> owners.remove(one.portId(), entry));
        });
    }

    void add(final TrunkEntry entry) {
        entries.add(entry);
        own(entry, "port-id", entry.trunk().parentId());
        entry.trunk().subPorts().stream().map(Trunk.SubPort::portId).forEach(id -> own(entry, "sub-ports/port-id", id));
    }

    private void own(final TrunkEntry entry, final String leaf, final UUID port) {
        owners.add(port, entry).ifPresent(owner -> {
            throw new ConflictException(entry.name(), leaf, port, "is in use by " + owner.name());
        });
    }

    int size() {
        return entries.size();
    }
}
