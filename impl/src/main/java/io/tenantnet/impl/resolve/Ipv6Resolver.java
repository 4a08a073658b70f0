/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Ipv6Mode;
import java.util.Optional;

/** Tells what machines are told of IPv6: by routers, and by DHCPv6 where that is answered (Neutron: ipv6_address_mode). */
final class Ipv6Resolver {
    private final Advertisements routers;
    private final Subnets subnets;
    private final DhcpResolver dhcp;

    Ipv6Resolver(final Advertisements routers, final Subnets subnets, final DhcpResolver dhcp) {
        this.routers = routers;
        this.subnets = subnets;
        this.dhcp = dhcp;
    }

    /** What a port's machine is told; nothing where the port is not a machine's. */
    Ipv6Service of(final BoundPort port) {
        if (port.port().isOfTheNetwork()) {
            return Ipv6Service.NONE;
        }
        final var networkId = port.port().networkId();
        final boolean asked = port.port().fixedIps().stream().filter(ip -> ip.address().version() == 6)
            .flatMap(ip -> subnets.withDhcp(networkId, ip).stream())
            .anyMatch(subnet -> subnet.options().addressMode().filter(Ipv6Mode::hasOther).isPresent());
        return new Ipv6Service(routers.in(networkId),
            asked ? dhcp.server6(networkId) : Optional.empty());
    }
}
