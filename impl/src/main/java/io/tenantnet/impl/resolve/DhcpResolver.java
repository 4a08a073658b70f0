/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.Subnet;
import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
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

/**
 * Tells which ports TenantNet answers DHCPv4, and as whom: as the network's port for DHCP (Neutron: device_owner
 * network:dhcp) if there is one, else as the subnet's gateway. A network whose port for DHCP has an interface on some host
 * is left to whoever answers there.
 */
final class DhcpResolver {
    /** Of RFC 3927's block, but one of those that no machine gives itself: where a subnet has no gateway. */
    private static final IpAddress NOBODY = IpAddress.parse("169.254.0.1");
    /** Locally administered. */
    private static final long OWN_MACS = 0x0a00_0000_0000L;

    private final Map<UUID, List<Port>> serving = new HashMap<>();
    private final Map<Object, MacAddress> macs = new HashMap<>();
    private final Set<UUID> left = new HashSet<>();
    private final Subnets subnets;

    DhcpResolver(final TenantModel tenant, final Subnets subnets, final Collection<BoundPort> bound) {
        this.subnets = subnets;
        tenant.ports().values().stream().filter(Port::isOfTheNetwork).forEach(port -> {
            port.fixedIps().forEach(ip -> macs.put(Map.entry(port.networkId(), ip.address()), port.mac()));
            if (port.isForDhcp()) {
                serving.computeIfAbsent(port.networkId(), id -> new ArrayList<>()).add(port);
            }
        });
        serving.values().forEach(ports -> ports.sort(Comparator.comparing(Port::id)));
        bound.stream().map(BoundPort::port).filter(Port::isForDhcp).forEach(port -> left.add(port.networkId()));
    }

    /** As whom a port is answered; empty where it is not. */
    Optional<DhcpServer> server(final BoundPort port) {
        final var networkId = port.port().networkId();
        return left.contains(networkId) || port.port().isOfTheNetwork() ? Optional.empty()
            : port.port().fixedIps().stream().filter(ip -> ip.address().version() == 4)
                .flatMap(ip -> subnets.withDhcp(networkId, ip).stream()).findFirst().map(this::server);
    }

    private DhcpServer server(final Subnet subnet) {
        final var own = serving.getOrDefault(subnet.networkId(), List.of()).stream()
            .flatMap(port -> port.fixedIps().stream()).map(FixedIp::address).filter(subnet.cidr()::contains).findFirst();
        final var address = own.or(subnet::gateway).orElse(NOBODY);
        return new DhcpServer(address, macs.getOrDefault(Map.entry(subnet.networkId(), address),
            ownMac(subnet.networkId())));
    }

    private static MacAddress ownMac(final UUID networkId) {
        return new MacAddress(OWN_MACS | networkId.hashCode() & 0xffff_ffffL);
    }

    /** The MAC address of the network's DHCPv6 server; empty where the network is left to another server. */
    Optional<MacAddress> server6(final UUID networkId) {
        return left.contains(networkId) ? Optional.empty()
            : Optional.of(serving.getOrDefault(networkId, List.of()).stream().map(Port::mac).findFirst()
                .orElseGet(() -> ownMac(networkId)));
    }

    /** The servers of a network that are ports without an interface: nobody else would answer for their addresses. */
    Set<DhcpServer> withoutInterface(final UUID networkId) {
        final Set<DhcpServer> servers = new HashSet<>();
        if (!left.contains(networkId)) {
            serving.getOrDefault(networkId, List.of()).forEach(port -> port.fixedIps().stream().map(FixedIp::address)
                .filter(address -> address.version() == 4)
                .forEach(address -> servers.add(new DhcpServer(address, port.mac()))));
        }
        return servers;
    }
}
