/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.net.Cidr;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The security of a port that has security groups.
 *
 * @param policy    the number of its policy
 * @param groups    its groups
 * @param domain    the number of the routing domain of its network
 * @param addresses by which addresses it is known as a member of its groups; no other port of its network has one of them
 * @param abroad    those of the addresses by which it is known in the whole domain; no other network there has one of them
 */
public record Guard(int policy, Set<UUID> groups, int domain, List<Cidr> addresses, Set<Cidr> abroad) {
    public Guard {
        abroad = Set.copyOf(abroad);
        groups = Set.copyOf(groups);
        addresses = List.copyOf(addresses);
    }

    /** Whether the port is in one of some groups. */
    public boolean isIn(final Set<UUID> some) {
        return groups.stream().anyMatch(some::contains);
    }
}
