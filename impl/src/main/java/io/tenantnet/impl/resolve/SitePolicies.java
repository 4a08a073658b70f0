/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/**
 * What a host needs to know of security.
 *
 * @param policies     the policies of its ports, by number
 * @param ingressPeers the groups that ingress rules of these policies ask the sender to be in
 * @param egressPeers  the groups that egress rules of these policies ask the receiver to be in
 */
public record SitePolicies(SortedMap<Integer, Policy> policies, Set<UUID> ingressPeers, Set<UUID> egressPeers) {
    /** Of a host whose ports have no groups. */
    public static final SitePolicies NONE = new SitePolicies(Collections.emptySortedMap(), Set.of(), Set.of());

    public SitePolicies {
        ingressPeers = Set.copyOf(ingressPeers);
        egressPeers = Set.copyOf(egressPeers);
    }

    /** Whether none of the host's ports has groups. */
    public boolean isEmpty() {
        return policies.isEmpty();
    }
}
