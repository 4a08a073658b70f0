/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.AddressPair;
import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.net.Cidr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds what security groups mean for the ports that were found. */
final class SecurityResolver {
    private final Map<UUID, BoundPort> ports = new HashMap<>();
    private final Map<UUID, String> problems = new HashMap<>();

    /**
     * Finds it.
     *
     * @param resolver what the sets of groups of all ports mean
     * @param domains  the routing domains
     * @param found    all ports, or all of some networks and of those that routers join to them
     */
    SecurityResolver(final PolicyResolver resolver, final Domains domains, final Collection<BoundPort> found) {
        final var guarded = found.stream().filter(port -> !port.port().securityGroups().isEmpty())
            .sorted(Comparator.comparing(port -> port.port().id())).toList();
        final var addresses = addresses(guarded);
        final var abroad = new AddressesAbroad(domains, found);
        found.forEach(port -> ports.put(port.port().id(), port));
        for (final var port : guarded) {
            final var id = port.port().id();
            final var policy = resolver.policies().get(GroupSets.of(port));
            ports.put(id, port.guardedBy(new Guard(policy.id(), policy.groups(), domains.of(port.segment()),
                addresses.get(id), abroad.of(port))));
            Optional.ofNullable(resolver.problems().get(policy.groups())).ifPresent(why -> problems.put(id, why));
        }
    }

    /** An address that several ports may use stands for the first of them, unless it is a port's own. */
    private static Map<UUID, List<Cidr>> addresses(final List<BoundPort> guarded) {
        final Map<UUID, List<Cidr>> addresses = new HashMap<>();
        final Set<Object> taken = new HashSet<>();
        for (final var port : guarded) {
            addresses.put(port.port().id(), new ArrayList<>());
            port.port().fixedIps().stream().map(FixedIp::address)
                .map(address -> new Cidr(address, address.bits())).forEach(block -> take(port, block, addresses, taken));
        }
        for (final var port : guarded) {
            port.port().addressPairs().stream().map(AddressPair::addresses)
                .map(block -> new Cidr(block.first(), block.length()))
                .forEach(block -> take(port, block, addresses, taken));
        }
        return addresses;
    }

    private static void take(final BoundPort port, final Cidr block, final Map<UUID, List<Cidr>> addresses,
            final Set<Object> taken) {
        if (block.length() > 0 && taken.add(Map.entry(port.port().networkId(), block))) {
            addresses.get(port.port().id()).add(block);
        }
    }

    /** The ports, with their guards. */
    Map<UUID, BoundPort> ports() {
        return ports;
    }

    /** By port, what of its security groups has no effect. */
    Map<UUID, String> problems() {
        return problems;
    }
}
