/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.FloatingIp;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Neighbours.Place;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds where floating IPs lead, and on which host. */
final class FloatingResolver {
    private final Map<UUID, FloatingAddress> found = new HashMap<>();
    private final Map<UUID, String> problems = new HashMap<>();
    private final Map<Place, String> owners = new HashMap<>();
    private final Map<Place, UUID> insides = new HashMap<>();
    private final Set<UUID> free = new HashSet<>();
    private final Model model;
    private final Map<UUID, ResolvedRouter> routers;
    private final Map<String, Site> sites;
    private final PortResolver ports;
    private final OutsideMacs macs;

    FloatingResolver(final Model model, final Map<UUID, ResolvedRouter> routers, final Map<String, Site> sites,
            final PortResolver ports) {
        this.model = model;
        this.routers = routers;
        this.sites = sites;
        this.ports = ports;
        macs = new OutsideMacs(model);
        routers.values().forEach(router -> router.gateway().ifPresent(gateway -> gateway.addresses().forEach(address ->
            owners.put(new Place(gateway.segment().network().id(), address), "router " + router.id()))));
        model.tenant().l3().floatingIps().values().stream().sorted(Comparator.comparing(FloatingIp::id))
            .forEach(floating -> resolve(floating).ifPresent(problem -> problems.put(floating.id(), problem)));
    }

    /** What stands in the way; empty where nothing does. */
    private Optional<String> resolve(final FloatingIp floating) {
        final var owner = owners.putIfAbsent(new Place(floating.networkId(), floating.address()),
            "floating IP " + floating.id());
        if (owner != null) {
            return Optional.of("floating-ip-address " + floating.address() + " belongs to " + owner);
        }
        if (floating.address().version() != 4) {
            return Optional.of("floating-ip-address " + floating.address() + ": IPv6 is not translated");
        }
        if (floating.portId().isEmpty()) {
            free.add(floating.id());
            return Optional.of("it stands for no port");
        }
        final var id = floating.portId().get();
        final var port = ports.bound().get(id);
        if (port == null) {
            return Optional.of("port " + id + ": " + ports.problems().getOrDefault(id, "it does not exist"));
        }
        final var inside = floating.fixedIp().or(() -> port.port().fixedIps().stream().map(FixedIp::address)
            .filter(address -> address.version() == 4).findFirst());
        if (inside.isEmpty() || port.port().fixedIps().stream().noneMatch(ip -> ip.address().equals(inside.get()))) {
            return Optional.of("port " + id + " has not the address "
                + inside.map(IpAddress::toString).orElse("of IPv4 that it needs"));
        }
        return resolve(floating, port, inside.get());
    }

    private Optional<String> resolve(final FloatingIp floating, final BoundPort port, final IpAddress inside) {
        final var former = insides.putIfAbsent(new Place(port.port().networkId(), inside), floating.id());
        if (former != null) {
            return Optional.of("floating IP " + former + " stands for address " + inside + " of port "
                + port.port().id() + " already");
        }
        final var router = candidates(floating).stream().filter(one -> entry(one, port, inside).isPresent()).findFirst();
        if (router.isEmpty()) {
            return Optional.of("no router joins the network of port " + port.port().id() + " to network "
                + floating.networkId() + floating.routerId().map(id -> ", or not router " + id).orElse(""));
        }
        final var gateway = router.get().gateway().orElseThrow();
        final var here = Optional.ofNullable(sites.get(port.hostId()))
            .filter(site -> site.carries(gateway.segment())).isPresent();
        found.put(floating.id(), new FloatingAddress(floating.id(),
            outside(floating, gateway.segment(), here ? port.hostId() : gateway.hostId()),
            router.get().id(), router.get().zone(), entry(router.get(), port, inside).orElseThrow(), port, inside));
        return Optional.empty();
    }

    private OutsideAddress outside(final FloatingIp floating, final Segment segment, final String hostId) {
        return new OutsideAddress(segment, floating.address(), macs.ofPort(floating.networkId(), floating.address())
            .orElseGet(() -> MacAddress.derivedFrom(floating.id().toString())), hostId);
    }

    /** The address of a floating IP that is answered for on a router's gateway host. */
    OutsideAddress outside(final FloatingIp floating, final ResolvedRouter router) {
        final var gateway = router.gateway().orElseThrow();
        return outside(floating, gateway.segment(), gateway.hostId());
    }

    /** Whether a floating IP could be used but stands for no port. */
    boolean isFree(final UUID id) {
        return free.contains(id);
    }

    /** The floating IP that stands for an inside address. */
    Optional<UUID> standingFor(final UUID networkId, final IpAddress inside) {
        return Optional.ofNullable(insides.get(new Place(networkId, inside)));
    }

    /** The routers that a floating IP may be reached through. */
    List<ResolvedRouter> candidates(final FloatingIp floating) {
        return routers.values().stream().sorted(Comparator.comparing(ResolvedRouter::id))
            .filter(router -> floating.routerId().map(router.id()::equals).orElse(true))
            .filter(router -> router.gateway().filter(gateway ->
                gateway.segment().network().id().equals(floating.networkId())).isPresent())
            .toList();
    }

    /** What a router has in the network of a port. */
    static Optional<RouterInterface> entry(final ResolvedRouter router, final BoundPort port,
            final IpAddress inside) {
        return router.interfaces().stream().filter(one -> one.networkId().equals(port.port().networkId())
            && one.subnets().stream().anyMatch(subnet -> subnet.contains(inside))).findFirst();
    }

    Map<UUID, FloatingAddress> found() {
        return found;
    }

    Map<UUID, String> problems() {
        return problems;
    }
}
