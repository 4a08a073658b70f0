/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.Router;
import io.tenantnet.impl.model.Subnet;
import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.model.Uuids;
import io.tenantnet.impl.net.Cidr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds the interfaces of every router and, from these, where it sends what. */
final class RouterResolver {
    private final Map<UUID, ResolvedRouter> routers = new HashMap<>();
    private final Map<UUID, String> problems = new HashMap<>();
    private final Map<UUID, String> portProblems = new HashMap<>();
    private final Map<UUID, List<RouterInterface>> interfaces = new HashMap<>();
    /** By port, whose interface it is. */
    private final Map<UUID, UUID> owners = new HashMap<>();
    private final Map<UUID, List<Subnet>> subnetsOf = new HashMap<>();
    private final TenantModel tenant;
    private final Map<UUID, Segment> segments;
    private final NextHops nextHops;

    RouterResolver(final TenantModel tenant, final Map<UUID, Segment> segments) {
        this.tenant = tenant;
        this.segments = segments;
        nextHops = new NextHops(tenant);
        tenant.subnets().values().stream().sorted(Comparator.comparing(Subnet::id)).forEach(subnet ->
            subnetsOf.computeIfAbsent(subnet.networkId(), id -> new ArrayList<>()).add(subnet));
        tenant.ports().values().stream().filter(Port::isRouterInterface).sorted(Comparator.comparing(Port::id))
            .forEach(this::attach);
        tenant.l3().routers().values().forEach(this::resolve);
    }

    private void attach(final Port port) {
        final var routerId = port.deviceId().flatMap(Uuids::parse);
        final var segment = segments.get(port.networkId());
        if (routerId.isEmpty() || !tenant.l3().routers().containsKey(routerId.get())) {
            portProblems.put(port.id(), "router " + port.deviceId().orElse("(no device-id)") + " does not exist");
        } else if (segment == null) {
            portProblems.put(port.id(), "network " + port.networkId() + " is not in effect");
        } else if (!port.adminUp()) {
            portProblems.put(port.id(), "admin-state-up is false");
        } else {
            owners.put(port.id(), routerId.get());
            interfaces.computeIfAbsent(routerId.get(), id -> new ArrayList<>()).add(new RouterInterface(port.id(),
                segment, port.mac(), port.fixedIps().stream().map(FixedIp::address).toList(), connected(port)));
        }
    }

    private List<Cidr> connected(final Port port) {
        final var found = new ArrayList<Cidr>();
        for (final var ip : port.fixedIps()) {
            final Optional<Subnet> subnet = ip.subnetId().isPresent()
                ? Optional.ofNullable(tenant.subnets().get(ip.subnetId().get()))
                : subnetsOf.getOrDefault(port.networkId(), List.of()).stream()
                    .filter(candidate -> candidate.cidr().contains(ip.address())).findFirst();
            if (subnet.isPresent()) {
                found.add(subnet.get().cidr());
            } else {
                portProblems.put(port.id(), "no subnet of its network holds its address " + ip.address());
            }
        }
        return List.copyOf(found);
    }

    private void resolve(final Router router) {
        if (!router.adminUp()) {
            problems.put(router.id(), "admin-state-up is false");
            return;
        }
        final var own = interfaces.getOrDefault(router.id(), List.of());
        final var paths = new ArrayList<RoutePath>();
        own.forEach(exit -> exit.subnets().forEach(subnet -> paths.add(new RoutePath(subnet, exit))));
        router.routes().stream().filter(route -> !leadsOutside(router, route))
            .forEach(route -> follow(router, route, own, paths));
        if (own.isEmpty()) {
            problems.putIfAbsent(router.id(), "no port is an interface of it: device-owner network:router_interface, "
                + "device-id " + router.id());
        }
        routers.put(router.id(), new ResolvedRouter(router.id(), own, paths));
    }

    private void follow(final Router router, final Router.Route route, final List<RouterInterface> own,
            final List<RoutePath> paths) {
        final var exit = own.stream().filter(candidate -> candidate.subnets().stream()
            .anyMatch(subnet -> subnet.contains(route.nexthop()))).findFirst();
        final var port = exit.flatMap(way -> nextHops.at(way.networkId(), route.nexthop()));
        final var why = exit.isEmpty() ? Optional.of("is in no connected subnet")
            : port.isEmpty() ? Optional.of("is no address of a port") : whyNoNextHop(router, port.get());
        if (why.isPresent()) {
            problems.put(router.id(),
                "routes " + route.destination() + ": nexthop " + route.nexthop() + " " + why.get());
            return;
        }
        final var mac = port.map(Port::mac);
        final var next = port.map(Port::id).map(owners::get);
        paths.add(new RoutePath(route.destination(), exit.get(), mac, next));
        if (next.isPresent()) {
            // No machine has the other router's own address, by which the way to it can be tried.
            paths.add(new RoutePath(new Cidr(route.nexthop(), route.nexthop().bits()), exit.get(), mac, next));
        }
    }

    /** Such a route is the gateway's. */
    private boolean leadsOutside(final Router router, final Router.Route route) {
        return router.gateway().stream()
            .flatMap(gateway -> subnetsOf.getOrDefault(gateway.networkId(), List.of()).stream())
            .anyMatch(subnet -> subnet.cidr().contains(route.nexthop()));
    }

    private Optional<String> whyNoNextHop(final Router router, final Port port) {
        if (!port.isRouterInterface()) {
            return Optional.empty();
        }
        final var owner = owners.get(port.id());
        return owner == null ? Optional.of("is of port " + port.id() + ": " + portProblems.get(port.id()))
            : owner.equals(router.id()) ? Optional.of("is the router's own address")
            : tenant.l3().routers().get(owner).adminUp() ? Optional.empty()
            : Optional.of("is of router " + owner + ": admin-state-up is false");
    }

    Map<UUID, ResolvedRouter> routers() {
        return routers;
    }

    /** Routers that are not, or not wholly, in effect. */
    Map<UUID, String> problems() {
        return problems;
    }

    /** Interfaces of routers that are not in effect. */
    Map<UUID, String> portProblems() {
        return portProblems;
    }
}
