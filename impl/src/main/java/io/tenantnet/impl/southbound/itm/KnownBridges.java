/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.genius.interfacemanager.meta.rev160406.BridgeRefInfo;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/**
 * Which switches Genius knows (odl-interface-meta.yang, in the operational datastore): it makes ports on no others. It learns
 * of them from OpenDaylight's OVSDB plugin, which loses what switches tell it while it recovers from a failed transaction of
 * its own. May be used from any thread.
 */
final class KnownBridges {
    private static final InstanceIdentifier<BridgeRefInfo> BRIDGES = InstanceIdentifier.create(BridgeRefInfo.class);

    private final Store store;

    KnownBridges(final Store store) {
        this.store = requireNonNull(store);
    }

    /**
     * Their datapath ids.
     *
     * @throws IllegalStateException if the datastore cannot be read
     */
    Set<Long> read() {
        return store.read(LogicalDatastoreType.OPERATIONAL, BRIDGES).map(BridgeRefInfo::nonnullBridgeRefEntry)
            .orElse(List.of()).stream().map(entry -> entry.getDpid().longValue()).collect(Collectors.toUnmodifiableSet());
    }
}
