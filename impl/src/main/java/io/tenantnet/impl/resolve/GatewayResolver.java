/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.Router;
import io.tenantnet.impl.model.Subnet;
import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds the ways of routers to the world outside. */
final class GatewayResolver {
    private final Map<UUID, ResolvedRouter> routers;
    private final Map<UUID, String> problems;
    private final Map<UUID, List<Subnet>> subnetsOf = new HashMap<>();
    private final TenantModel tenant;
    private final SegmentResolver segments;
    private final OutsideMacs macs;
    private final GatewayElection election;

    GatewayResolver(final Model model, final SegmentResolver segments, final Map<String, Site> sites,
            final RouterResolver found) {
        tenant = model.tenant();
        this.segments = segments;
        routers = new HashMap<>(found.routers());
        problems = new HashMap<>(found.problems());
        macs = new OutsideMacs(model);
        election = new GatewayElection(sites.values(), model.presence());
        tenant.subnets().values().stream().sorted(Comparator.comparing(Subnet::id)).forEach(subnet ->
            subnetsOf.computeIfAbsent(subnet.networkId(), id -> new ArrayList<>()).add(subnet));
        found.routers().values().forEach(router -> {
            final var wanted = tenant.l3().routers().get(router.id());
            wanted.gateway().ifPresent(gateway -> resolve(router, wanted, gateway));
        });
    }

    private void resolve(final ResolvedRouter router, final Router wanted, final Router.Gateway gateway) {
        final var number = tenant.l3().numbers().get(router.id());
        final var segment = segments.segments().get(gateway.networkId());
        if (segment == null) {
            final var why = segments.problems().get(gateway.networkId());
            problem(router.id(), "network " + gateway.networkId() + (why == null ? " does not exist" : ": " + why));
            return;
        }
        if (segment.network().physicalNetwork().isEmpty()) {
            problem(router.id(), "network " + gateway.networkId() + " is of type " + segment.type()
                + " and leads to no physical network");
            return;
        }
        if (number == null) {
            problem(router.id(), "no number has been given to the router: there are no more than 16127");
            return;
        }
        final var port = wanted.gatewayPortId().map(tenant.ports()::get)
            .filter(its -> its.networkId().equals(gateway.networkId()));
        final var fixedIps = port.map(Port::fixedIps).filter(ips -> !ips.isEmpty()).orElse(gateway.fixedIps());
        if (fixedIps.isEmpty()) {
            problem(router.id(), "the router has no address in network " + gateway.networkId()
                + ": neither its gateway-port-id nor fixed-ips say one");
            return;
        }
        final var physicalNetwork = segment.network().physicalNetwork().get();
        election.elect(router.id(), physicalNetwork).ifPresentOrElse(
            hostId -> routers.put(router.id(), router.with(number, new Gateway(hostId, segment,
                port.map(Port::mac).orElseGet(() -> MacAddress.derivedFrom(router.id().toString())),
                fixedIps.stream().map(FixedIp::address).toList(),
                subnets(gateway.networkId()).stream().map(Subnet::cidr).toList(), gateway.snat(),
                paths(wanted, gateway.networkId(), fixedIps)))),
            () -> problem(router.id(), "no connected host is joined to physical network " + physicalNetwork
                + ": see their other_config:provider_mappings"));
    }

    private List<OutsidePath> paths(final Router wanted, final UUID networkId, final List<FixedIp> fixedIps) {
        final var paths = new ArrayList<OutsidePath>();
        final var subnets = subnets(networkId);
        wanted.routes().stream()
            .filter(route -> subnets.stream().anyMatch(subnet -> subnet.cidr().contains(route.nexthop())))
            .forEach(route -> paths.add(path(wanted.id(), networkId, route.destination(), route.nexthop())));
        fixedIps.forEach(ip -> subnets.stream()
            .filter(subnet -> ip.subnetId().map(subnet.id()::equals).orElse(subnet.cidr().contains(ip.address())))
            .map(Subnet::gateway).flatMap(Optional::stream).findFirst()
            .filter(nexthop -> fixedIps.stream().noneMatch(own -> own.address().equals(nexthop)))
            .ifPresent(nexthop -> paths.add(path(wanted.id(), networkId, everything(nexthop), nexthop))));
        return paths;
    }

    private OutsidePath path(final UUID routerId, final UUID networkId, final Cidr destination,
            final IpAddress nexthop) {
        final var mac = macs.of(networkId, nexthop);
        if (macs.isMissed(networkId, nexthop)) {
            problem(routerId, "next hop " + nexthop + " of " + destination + " does not answer ARP");
        }
        return new OutsidePath(destination, nexthop, mac, macs.ofPort(networkId, nexthop).isPresent());
    }

    private static Cidr everything(final IpAddress address) {
        return new Cidr(new IpAddress(address.version(), 0, 0), 0);
    }

    private List<Subnet> subnets(final UUID networkId) {
        return subnetsOf.getOrDefault(networkId, List.of());
    }

    private void problem(final UUID routerId, final String text) {
        problems.putIfAbsent(routerId, "external-gateway: " + text);
    }

    /** The routers, with their gateways. */
    Map<UUID, ResolvedRouter> routers() {
        return routers;
    }

    /** Routers that are not, or not wholly, in effect. */
    Map<UUID, String> problems() {
        return problems;
    }
}
