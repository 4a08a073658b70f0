/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.Neighbours.Place;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.Router;
import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.net.IpAddress;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells which ports have the addresses that routes name as their next hops. */
final class NextHops {
    private final Map<Place, Port> ports = new HashMap<>();

    NextHops(final TenantModel tenant) {
        final var asked = tenant.l3().routers().values().stream().flatMap(router -> router.routes().stream())
            .map(Router.Route::nexthop).collect(Collectors.toSet());
        tenant.ports().values().stream()
            .filter(port -> port.fixedIps().stream().map(FixedIp::address).anyMatch(asked::contains))
            .sorted(Comparator.comparing(Port::id))
            .forEach(port -> port.fixedIps().forEach(ip ->
                ports.putIfAbsent(new Place(port.networkId(), ip.address()), port)));
    }

    /** The port that has an address in a network; of two the one with the smaller uuid. */
    Optional<Port> at(final UUID networkId, final IpAddress address) {
        return Optional.ofNullable(ports.get(new Place(networkId, address)));
    }
}
