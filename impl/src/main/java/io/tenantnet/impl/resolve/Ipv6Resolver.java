/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Ipv6Mode;
import io.tenantnet.impl.model.Subnet;
import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.resolve.Advertisement.Prefix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells what machines are told of IPv6: what the routers in a network advertise there, which is the subnets that have a mode
 * for it (Neutron: ipv6_ra_mode), and whether DHCPv6 is answered (ipv6_address_mode).
 */
final class Ipv6Resolver {
    private final Map<UUID, List<Advertisement>> byNetwork = new HashMap<>();
    private final Map<UUID, List<Subnet>> advertised = new HashMap<>();
    private final Subnets subnets;
    private final DhcpResolver dhcp;

    Ipv6Resolver(final TenantModel tenant, final Subnets subnets, final Collection<ResolvedRouter> routers,
            final DhcpResolver dhcp) {
        this.dhcp = dhcp;
        this.subnets = subnets;
        tenant.subnets().values().stream().filter(subnet -> subnet.options().raMode().isPresent())
            .sorted(Comparator.comparing(Subnet::id))
            .forEach(subnet -> advertised.computeIfAbsent(subnet.networkId(), id -> new ArrayList<>()).add(subnet));
        if (!advertised.isEmpty()) {
            routers.stream().flatMap(router -> router.interfaces().stream())
                .sorted(Comparator.comparing(RouterInterface::portId)).forEach(this::add);
        }
    }

    private void add(final RouterInterface entry) {
        final var subnets = advertised.getOrDefault(entry.networkId(), List.of()).stream()
            .filter(subnet -> entry.subnets().contains(subnet.cidr())).toList();
        if (!subnets.isEmpty()) {
            byNetwork.computeIfAbsent(entry.networkId(), id -> new ArrayList<>()).add(new Advertisement(entry.portId(),
                entry.mac(), subnets.stream().anyMatch(subnet -> isGateway(entry, subnet)),
                subnets.stream().anyMatch(subnet -> mode(subnet).isManaged()),
                subnets.stream().anyMatch(subnet -> mode(subnet).hasOther()), entry.segment().network().mtu(),
                subnets.stream().map(subnet -> new Prefix(subnet.cidr(), !mode(subnet).isManaged())).toList(),
                subnets.stream().flatMap(subnet -> subnet.options().nameServers().stream()).distinct().toList()));
        }
    }

    /** A subnet that names another gateway has it. */
    private static boolean isGateway(final RouterInterface entry, final Subnet subnet) {
        return subnet.gateway().isEmpty() || entry.addresses().contains(subnet.gateway().get())
            || entry.linkLocal().equals(subnet.gateway());
    }

    private static Ipv6Mode mode(final Subnet subnet) {
        return subnet.options().raMode().orElseThrow();
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
        return new Ipv6Service(byNetwork.getOrDefault(networkId, List.of()),
            asked ? dhcp.server6(networkId) : Optional.empty());
    }
}
