/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import io.tenantnet.impl.config.ProviderSegment;
import io.tenantnet.impl.model.NetworkType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The networks, no two of which take the same of the infrastructure (Neutron: VlanIdInUse, TunnelIdInUse...). */
final class NetworkTable {
    private final EntryTable<NetworkEntry> entries;
    private final Holders<ProviderSegment, NetworkEntry> owners;

    NetworkTable() {
        this(new EntryTable<>(), new Holders<>());
    }

    private NetworkTable(final EntryTable<NetworkEntry> entries, final Holders<ProviderSegment, NetworkEntry> owners) {
        this.entries = entries;
        this.owners = owners;
    }

    NetworkTable copy() {
        return new NetworkTable(entries.copy(), owners.copy());
    }

    void remove(final String key) {
        entries.remove(key).ifPresent(entry ->
            entry.segments().forEach(segment -> owners.remove(segment, entry)));
    }

    void add(final NetworkEntry entry) {
        entries.add(entry);
        for (ProviderSegment segment : entry.segments()) {
            owners.add(segment, entry).ifPresent(owner -> {
                throw inUse(entry, segment, owner);
            });
        }
    }

    private static ConflictException inUse(final NetworkEntry entry, final ProviderSegment segment,
            final NetworkEntry owner) {
        return switch (segment.type()) {
            case FLAT -> new ConflictException(entry.name(), "physical-network", segment.physicalNetwork(),
                "is in use by flat " + owner.name());
            case VLAN -> new ConflictException(entry.name(), "segmentation-id", segment.segmentationId(),
                "is in use on physical-network " + segment.physicalNetwork() + " by vlan " + owner.name());
            default -> new ConflictException(entry.name(), "segmentation-id", segment.segmentationId(),
                "is in use by " + segment.type() + " " + owner.name());
        };
    }

    /**
     * Refuses a network that asks for an identifier which another network has been given and still needs.
     *
     * @param added       the networks to look at
     * @param allocations the identifiers that networks have been given
     */
    void checkAllocations(final Collection<NetworkEntry> added, final Map<UUID, Integer> allocations) {
        final Map<Long, NetworkEntry> wanted = new HashMap<>();
        added.forEach(entry -> entry.segments().stream().filter(segment -> segment.type() == NetworkType.VXLAN)
            .forEach(segment -> wanted.put(segment.segmentationId(), entry)));
        if (wanted.isEmpty()) {
            return;
        }
        allocations.forEach((network, vni) -> {
            final var entry = wanted.get(vni.longValue());
            if (entry != null) {
                entries.get(network).filter(NetworkEntry::isAutomatic).ifPresent(holder -> {
                    throw new ConflictException(entry.name(), "segmentation-id", vni,
                        "was given to " + holder.name() + ", which asks for none of its own");
                });
            }
        });
    }

    int size() {
        return entries.size();
    }
}
