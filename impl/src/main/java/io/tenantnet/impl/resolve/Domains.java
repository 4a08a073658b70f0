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

/**
 * Routing domains: networks that routers join, over however many routers. A packet that comes from another network, but not
 * through a gateway to the outside, comes from a network of the same domain.
 */
final class Domains {
    private final Map<UUID, Set<Segment>> members = new HashMap<>();

    Domains(final Collection<ResolvedRouter> routers) {
        routers.forEach(router -> {
            final Set<Segment> joined = new HashSet<>();
            router.interfaces().forEach(one ->
                joined.addAll(members.getOrDefault(one.networkId(), Set.of(one.segment()))));
            joined.forEach(segment -> members.put(segment.network().id(), joined));
        });
    }

    /** The networks of a network's domain; none where no router joins it. */
    Set<UUID> joinedTo(final UUID networkId) {
        return members.getOrDefault(networkId, Set.of()).stream().map(segment -> segment.network().id())
            .collect(Collectors.toSet());
    }

    /** The number of a network's domain, by which the domains of a switch are told apart: the smallest tag in it. */
    int of(final Segment segment) {
        return members.getOrDefault(segment.network().id(), Set.of(segment)).stream().mapToInt(Segment::tag).min()
            .orElseThrow();
    }
}
