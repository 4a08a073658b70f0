/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import com.google.common.hash.Hashing;
import io.tenantnet.impl.model.Presence;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Elects the host through which a router reaches a physical network, by the highest hash of router and host: routers
 * spread over the hosts, and when a host comes or goes only those move that it has or had. While hosts of before a start
 * are expected, they may be elected too: nobody takes their routers over before they had time to come back.
 */
final class GatewayElection {
    private final Map<String, Set<String>> candidates = new HashMap<>();
    private final Map<String, Long> hashes = new HashMap<>();
    private final Set<String> expected;

    GatewayElection(final Collection<Site> sites, final Presence presence) {
        final var present = sites.stream().map(Site::hostId).collect(Collectors.toSet());
        expected = presence.expected().stream().filter(id -> !present.contains(id)).collect(Collectors.toSet());
        for (final var site : sites) {
            if (!presence.silent().contains(site.hostId())) {
                hashes.put(site.hostId(), hash(site.hostId()));
                site.providers().keySet().forEach(name ->
                    candidates.computeIfAbsent(name, key -> new HashSet<>()).add(site.hostId()));
            }
        }
        expected.forEach(id -> hashes.put(id, hash(id)));
    }

    /** The host for a router and a physical network; empty where none is joined to it. */
    Optional<String> elect(final UUID router, final String physicalNetwork) {
        final var here = new HashSet<>(candidates.getOrDefault(physicalNetwork, Set.of()));
        here.addAll(expected);
        final long own = hash(router.toString());
        return here.stream().max(Comparator.<String>comparingLong(host -> mix(own ^ hashes.get(host)))
            .thenComparing(Comparator.naturalOrder()));
    }

    private static long hash(final String text) {
        return Hashing.farmHashFingerprint64().hashString(text, StandardCharsets.UTF_8).asLong();
    }

    /** Spreads the difference of any bit over all bits (the finalizer of MurmurHash3, which is in the public domain). */
    private static long mix(final long value) {
        long bits = value;
        bits = (bits ^ bits >>> 33) * 0xff51_afd7_ed55_8ccdL;
        bits = (bits ^ bits >>> 33) * 0xc4ce_b9fe_1a85_ec53L;
        return bits ^ bits >>> 33;
    }
}
