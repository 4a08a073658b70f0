/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.net.Cidr;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells by which of its addresses a port is known beyond its network. An address that ports of two networks of a routing
 * domain have tells nothing there: one may be in a group, and the other not.
 */
final class AddressesAbroad {
    /** By domain and address, the networks that have it. */
    private final Map<Object, Set<UUID>> networks = new HashMap<>();
    private final Domains domains;

    AddressesAbroad(final Domains domains, final Collection<BoundPort> ports) {
        this.domains = domains;
        ports.forEach(port -> whole(port).forEach(address ->
            networks.computeIfAbsent(Map.entry(domains.of(port.segment()), address), key -> new HashSet<>())
                .add(port.port().networkId())));
    }

    Set<Cidr> of(final BoundPort port) {
        return whole(port).filter(address ->
            networks.get(Map.entry(domains.of(port.segment()), address)).size() == 1).collect(Collectors.toSet());
    }

    /** Its addresses, but no blocks of several. */
    private static Stream<Cidr> whole(final BoundPort port) {
        return Stream.concat(
            port.port().fixedIps().stream().map(FixedIp::address).map(address -> new Cidr(address, address.bits())),
            port.port().addressPairs().stream().map(pair -> pair.addresses())
                .filter(block -> block.length() == block.address().bits())
                .map(block -> new Cidr(block.first(), block.length()))).distinct();
    }
}
