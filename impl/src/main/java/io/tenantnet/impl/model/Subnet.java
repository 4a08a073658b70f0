/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import io.tenantnet.impl.net.AddressRange;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A block of addresses of a network.
 *
 * @param id        its uuid
 * @param networkId the network, which need not exist yet
 * @param cidr      the block
 * @param gateway   the gateway of its machines, where there is one
 * @param pools     the ranges from which addresses are given
 * @param options   what its machines are told
 */
public record Subnet(UUID id, UUID networkId, Cidr cidr, Optional<IpAddress> gateway, List<AddressRange> pools,
        Options options) {
    public Subnet {
        pools = List.copyOf(pools);
    }

    /**
     * What machines are told by DHCP or router advertisement.
     *
     * @param dhcp        whether TenantNet tells them at all
     * @param nameServers the name servers, the preferred one first
     * @param routes      routes beside that to the gateway
     * @param raMode      how routers advertise the subnet; empty where they do not
     * @param addressMode what TenantNet answers by DHCPv6; empty where it does not
     */
    public record Options(boolean dhcp, List<IpAddress> nameServers, List<Router.Route> routes,
            Optional<Ipv6Mode> raMode, Optional<Ipv6Mode> addressMode) {
        /** Nothing. */
        public static final Options NONE = new Options(false, List.of(), List.of());

        public Options {
            nameServers = List.copyOf(nameServers);
            routes = List.copyOf(routes);
        }

        /** Of a subnet of IPv4, or of IPv6 whose machines are configured by other means. */
        public Options(final boolean dhcp, final List<IpAddress> nameServers, final List<Router.Route> routes) {
            this(dhcp, nameServers, routes, Optional.empty(), Optional.empty());
        }
    }
}
