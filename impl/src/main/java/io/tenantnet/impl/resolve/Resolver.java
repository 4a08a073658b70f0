/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows the model's references, which may lead to what does not exist (yet). Pure: equal models give equal results. */
public final class Resolver {
    private Resolver() {
    }

    /** Follows all references of the model. */
    public static Resolved resolve(final Model model) {
        final var tenant = model.tenant();
        final var hosts = model.hosts().values();
        final var segments = new SegmentResolver(tenant);
        final var vteps = new VtepResolver(tenant, model.vteps(), segments);
        final var sites = new SiteResolver(hosts, addresses(vteps.wires()));
        final var inner = new RouterResolver(tenant, segments.segments());
        final var routers = new GatewayResolver(model, segments, sites.sites(), inner);
        final var trunks = new TrunkResolver(tenant.trunks().values());
        final var ports = new PortResolver(tenant,
            hosts.stream().filter(host -> sites.sites().containsKey(host.id())).toList(), sites.sites(), segments, inner,
            trunks);
        final var floating = new FloatingResolver(model, routers.routers(), sites.sites(), ports);
        final var forwarding = new ForwardingResolver(tenant.l3(), floating, ports);
        final var all = Exits.of(routers.routers(), floating.found().values(), forwarding.found().values());
        final var qos = new QosResolver(tenant, ports.bound());
        final var dhcp = new DhcpResolver(tenant, qos.ports().values());
        final var ipv6 = new Ipv6Resolver(tenant, routers.routers().values(), dhcp);
        final var served = qos.ports().values().stream()
            .map(port -> port.servedBy(dhcp.server(port), ipv6.of(port))).toList();
        final var security = new SecurityResolver(tenant.security(), new Domains(inner.routers().values()), served);
        final Map<String, Site> guarded = new HashMap<>();
        sites.sites().forEach((id, site) -> guarded.put(id, site.with(security.on(id))));
        final var outsides = new Outsides(Stream.concat(
            routers.routers().values().stream().flatMap(router -> router.gateway().stream())
                .flatMap(Gateway::outsideAddresses),
            Stream.concat(floating.found().values().stream().map(FloatingAddress::outside),
                forwarding.found().values().stream().map(ForwardedAddress::outside))), sites.sites(), model.neighbours());
        final var places = new Placements(security.ports().values(), all, segments.segments(), outsides, vteps.wires(),
            dhcp);
        return new Resolved(segments.segments(), security.ports(), places.networks(), places.routers(), floating.found(), forwarding.found(),
            guarded, vteps.attachments(),
            new Problems(segments.problems(), subnetProblems(tenant), ports.problems(),
                trunks.problems(tenant.ports(), ports.problems()), routers.problems(),
                floating.problems(), forwarding.problems(),
                security.problems(), qos.problems(), sites.problems(), ports.unclaimed()));
    }

    private static Set<IpAddress> addresses(final Map<UUID, Wire> wires) {
        return wires.values().stream().flatMap(wire -> wire.vteps().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<UUID, String> subnetProblems(final TenantModel tenant) {
        final Map<UUID, String> problems = new HashMap<>();
        tenant.subnets().values().stream()
            .filter(subnet -> !tenant.networks().containsKey(subnet.networkId()))
            .forEach(subnet -> problems.put(subnet.id(), "network " + subnet.networkId() + " does not exist"));
        return problems;
    }
}
