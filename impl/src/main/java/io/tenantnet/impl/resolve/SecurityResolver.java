/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.AddressPair;
import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.Security;
import io.tenantnet.impl.model.SecurityRule.Direction;
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
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Finds what security groups mean for the ports that were found, and for their hosts. */
final class SecurityResolver {
    private final Map<UUID, BoundPort> ports = new HashMap<>();
    private final Map<UUID, String> problems = new HashMap<>();
    private final Map<String, SortedMap<Integer, Policy>> policies = new HashMap<>();

    SecurityResolver(final Security security, final Domains domains, final Collection<BoundPort> found) {
        final var guarded = found.stream().filter(port -> !port.port().securityGroups().isEmpty())
            .sorted(Comparator.comparing(port -> port.port().id())).toList();
        final Map<UUID, SortedSet<UUID>> sets = new HashMap<>();
        guarded.forEach(port -> sets.put(port.port().id(), new TreeSet<>(port.port().securityGroups())));
        final var resolver = new PolicyResolver(security, sets.values());
        final var addresses = addresses(guarded);
        final var abroad = new AddressesAbroad(domains, found);
        found.forEach(port -> ports.put(port.port().id(), port));
        for (final var port : guarded) {
            final var id = port.port().id();
            final var policy = resolver.policies().get(sets.get(id));
            ports.put(id, port.guardedBy(new Guard(policy.id(), policy.groups(), domains.of(port.segment()),
                addresses.get(id), abroad.of(port))));
            policies.computeIfAbsent(port.hostId(), host -> new TreeMap<>()).put(policy.id(), policy);
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

    /** What a host needs to know. */
    SitePolicies on(final String hostId) {
        final var here = policies.get(hostId);
        return here == null ? SitePolicies.NONE
            : new SitePolicies(here, peers(here, Direction.INGRESS), peers(here, Direction.EGRESS));
    }

    private static Set<UUID> peers(final SortedMap<Integer, Policy> here, final Direction direction) {
        final Set<UUID> groups = new HashSet<>();
        here.values().forEach(policy -> policy.rules().stream().map(Policy.Rule::rule)
            .filter(rule -> rule.direction() == direction).forEach(rule -> rule.remoteGroup().ifPresent(groups::add)));
        return groups;
    }
}
