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
import java.util.stream.Collectors;

/** Tells routers what their floating IPs ask of them. */
final class Exits {
    private Exits() {
    }

    /** The routers, with the hosts of their floating IPs, and whether some of their ports lead inside. */
    static Map<UUID, ResolvedRouter> of(final Map<UUID, ResolvedRouter> routers,
            final Collection<FloatingAddress> floating, final Collection<ForwardedAddress> forwarded) {
        final Map<UUID, Set<String>> exits = new HashMap<>();
        floating.forEach(one ->
            exits.computeIfAbsent(one.router(), id -> new HashSet<>()).add(one.outside().hostId()));
        final var forwarding = forwarded.stream().map(ForwardedAddress::router).collect(Collectors.toSet());
        final var all = new HashMap<>(routers);
        all.replaceAll((id, router) -> exits.containsKey(id) || forwarding.contains(id)
            ? router.serving(exits.getOrDefault(id, Set.of()), forwarding.contains(id)) : router);
        return all;
    }
}
