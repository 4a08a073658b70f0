/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import io.tenantnet.impl.net.MacAddress;
import io.tenantnet.impl.vtep.VtepWish;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;

/**
 * Remembers which addresses TenantNet wanted in a database, because the rows themselves cannot say whose they are: an
 * operator may have added some to a logical switch of TenantNet's. Of the loop.
 */
final class VtepMemory {
    private final Map<UUID, Set<MacAddress>> wanted = new HashMap<>();

    void note(final VtepWish wish) {
        wish.networks().forEach((id, network) ->
            wanted.computeIfAbsent(id, key -> new HashSet<>()).addAll(network.macs().keySet()));
    }

    boolean holds(final UUID networkId, final MacAddress mac) {
        return wanted.getOrDefault(networkId, Set.of()).contains(mac);
    }

    /** Forgets all else. */
    void retain(final BiPredicate<UUID, MacAddress> needed) {
        wanted.forEach((id, macs) -> macs.removeIf(mac -> !needed.test(id, mac)));
        wanted.values().removeIf(Set::isEmpty);
    }
}
