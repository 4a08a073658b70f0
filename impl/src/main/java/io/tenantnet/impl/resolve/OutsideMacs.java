/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Neighbours;
import io.tenantnet.impl.model.Neighbours.Place;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The MAC addresses in external networks: of ports of the model, and of machines that answered when asked. */
final class OutsideMacs {
    private final Map<Place, MacAddress> ports = new HashMap<>();
    private final Neighbours neighbours;

    OutsideMacs(final Model model) {
        neighbours = model.neighbours();
        final Set<UUID> external = model.tenant().l3().routers().values().stream()
            .flatMap(router -> router.gateway().stream()).map(gateway -> gateway.networkId())
            .collect(Collectors.toSet());
        model.tenant().ports().values().stream().filter(port -> external.contains(port.networkId()))
            .forEach(port -> port.fixedIps().forEach(ip ->
                ports.put(new Place(port.networkId(), ip.address()), port.mac())));
    }

    /** Who has an address, if that is known. */
    Optional<MacAddress> of(final UUID networkId, final IpAddress address) {
        return ofPort(networkId, address).or(() -> neighbours.mac(networkId, address));
    }

    /** Whether an address has never been answered for, or not of late. */
    boolean isMissed(final UUID networkId, final IpAddress address) {
        return ofPort(networkId, address).isEmpty() && (neighbours.mac(networkId, address).isEmpty()
            || neighbours.silent().contains(new Place(networkId, address)));
    }

    /** Which of the model's ports has an address. */
    Optional<MacAddress> ofPort(final UUID networkId, final IpAddress address) {
        return Optional.ofNullable(ports.get(new Place(networkId, address)));
    }
}
