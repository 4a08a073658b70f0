/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import io.tenantnet.impl.model.Ipv6Mode;
import io.tenantnet.impl.model.Router.Route;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.subnets.Subnet;

/**
 * Reads the leaves of a subnet that its machines get by DHCP or router advertisement.
 *
 * @param source    the subnet
 * @param addresses reads addresses in it
 * @param cidr      its cidr
 */
record SubnetOptionsReader(Subnet source, AddressReader addresses, Cidr cidr) {
    private static final String RA_MODE = "ipv6-ra-mode";
    private static final String ADDRESS_MODE = "ipv6-address-mode";
    private static final String NEXTHOP = "host-routes/nexthop";
    private static final String DESTINATION = "host-routes/destination";

    io.tenantnet.impl.model.Subnet.Options read() {
        final var servers = nameServers();
        final var routes = routes();
        checkModes();
        return new io.tenantnet.impl.model.Subnet.Options(!Boolean.FALSE.equals(source.isEnableDhcp()), servers, routes,
            mode(source.getIpv6RaMode()), mode(source.getIpv6AddressMode()));
    }

    private LeafReader leaves() {
        return addresses.leaves();
    }

    private List<IpAddress> nameServers() {
        final var servers = new ArrayList<IpAddress>();
        for (var server : Objects.requireNonNullElse(source.getDnsNameservers(), List.<
                org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.IpAddress>of())) {
            final var text = server.getValue();
            final var address = addresses.address("dns-nameservers", text);
            requireVersion("dns-nameservers", text, address);
            // Neutron: the unspecified address alone means that DHCP is to name no server.
            if (!address.isUnspecified()) {
                servers.add(addresses.unicast("dns-nameservers", text));
            }
        }
        return servers;
    }

    private List<Route> routes() {
        final var routes = new ArrayList<Route>();
        for (var route : source.nonnullHostRoutes()) {
            final var text = route.getDestination().getValue();
            final var destination = addresses.prefix(DESTINATION, text);
            requireVersion(DESTINATION, text, destination.address());
            if (route.getNexthop() == null) {
                throw leaves().missing(NEXTHOP, "the route to " + destination + " needs one");
            }
            final var nexthop = route.getNexthop().getValue();
            final var address = addresses.unicast(NEXTHOP, nexthop);
            requireVersion(NEXTHOP, nexthop, address);
            routes.add(new Route(destination, address));
        }
        return routes;
    }

    private void requireVersion(final String leaf, final String text, final IpAddress address) {
        if (address.version() != cidr.address().version()) {
            throw leaves().refused(leaf, text, "is IPv" + address.version() + ", while the subnet is " + cidr);
        }
    }

    private void checkModes() {
        final var advertised = source.getIpv6RaMode();
        final var given = source.getIpv6AddressMode();
        if (advertised == null && given == null) {
            return;
        }
        final var leaf = advertised == null ? ADDRESS_MODE : RA_MODE;
        final var mode = advertised == null ? given : advertised;
        if (cidr.address().version() == 4) {
            throw leaves().refused(leaf, mode.getName(), "has no meaning for the IPv4 subnet " + cidr);
        }
        if (advertised != null && given != null && advertised != given) {
            throw leaves().refused(RA_MODE, advertised.getName(),
                "differs from " + ADDRESS_MODE + " '" + given.getName() + "'");
        }
        if (Boolean.FALSE.equals(source.isEnableDhcp())) {
            throw leaves().refused(leaf, mode.getName(), "is without effect while enable-dhcp is false");
        }
        if (usesInterfaceIds(mode) && cidr.length() != 64) {
            throw leaves().refused(leaf, mode.getName(),
                "needs a cidr of length 64, since machines make up the other 64 bits; cidr is " + cidr);
        }
    }

    private static Optional<Ipv6Mode> mode(
            final org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.@Nullable Ipv6Mode mode) {
        return mode == null ? Optional.empty() : Optional.of(switch (mode) {
            case Slaac -> Ipv6Mode.SLAAC;
            case Dhcpv6Stateful -> Ipv6Mode.DHCPV6_STATEFUL;
            case Dhcpv6Stateless -> Ipv6Mode.DHCPV6_STATELESS;
        });
    }

    private static boolean usesInterfaceIds(
            final org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.Ipv6Mode mode) {
        return mode != org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.Ipv6Mode.Dhcpv6Stateful;
    }
}
