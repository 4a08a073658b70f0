/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** From which hosts which networks are routed to: a router works on the host of the machine that sends. */
final class Reach {
    private Reach() {
    }

    /**
     * By network, the hosts that have a port in a network from which a router leads there, and those through which such
     * routers are reached from outside.
     *
     * @param routers  all routers
     * @param presence by network, the hosts that have a port of it
     */
    static Map<UUID, Set<String>> of(final Collection<ResolvedRouter> routers, final Map<UUID, Set<String>> presence) {
        final Map<UUID, Set<String>> reached = new HashMap<>();
        for (final var router : routers) {
            final var hosts = new HashSet<String>();
            router.interfaces().forEach(one -> hosts.addAll(presence.getOrDefault(one.networkId(), Set.of())));
            router.gateway().ifPresent(gateway -> hosts.add(gateway.hostId()));
            router.interfaces().forEach(one ->
                reached.computeIfAbsent(one.networkId(), id -> new HashSet<>()).addAll(hosts));
        }
        return reached;
    }
}
