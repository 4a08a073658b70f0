/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import tech.pantheon.triemap.ImmutableTrieMap;
import tech.pantheon.triemap.TrieMap;

/** Ports by a uuid that they have in common. */
final class PortGroups {
    private final TrieMap<UUID, ImmutableTrieMap<UUID, PortEntry>> groups;

    PortGroups() {
        this(TrieMap.create());
    }

    private PortGroups(final TrieMap<UUID, ImmutableTrieMap<UUID, PortEntry>> groups) {
        this.groups = groups;
    }

    PortGroups copy() {
        return new PortGroups(groups.mutableSnapshot());
    }

    Collection<PortEntry> get(final UUID group) {
        final var ports = groups.get(group);
        return ports == null ? List.of() : ports.values();
    }

    void add(final UUID group, final PortEntry port) {
        final var present = groups.get(group);
        final TrieMap<UUID, PortEntry> ports = present == null ? TrieMap.create() : present.mutableSnapshot();
        ports.put(port.id(), port);
        groups.put(group, ports.immutableSnapshot());
    }

    void remove(final UUID group, final PortEntry port) {
        final var present = groups.get(group);
        if (present != null) {
            final var ports = present.mutableSnapshot();
            ports.remove(port.id());
            if (ports.isEmpty()) {
                groups.remove(group);
            } else {
                groups.put(group, ports.immutableSnapshot());
            }
        }
    }
}
