/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.net.IpAddress;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What holds whatever machines' ports there are, and wherever they are.
 *
 * @param segments the networks that can be programmed
 * @param vteps    what is attached through hardware VTEPs
 * @param sites    the hosts that have a br-int, without their policies
 * @param inner    the routers, without gateways
 * @param routers  the routers
 * @param trunks   the trunks
 * @param subnets  the subnets
 * @param domains  the routing domains
 * @param advertisements what routers advertise of IPv6
 */
record Ground(SegmentResolver segments, VtepResolver vteps, SiteResolver sites, RouterResolver inner,
        GatewayResolver routers, TrunkResolver trunks, Subnets subnets, Domains domains,
        Advertisements advertisements) {
    static Ground of(final Model model) {
        final var tenant = model.tenant();
        final var segments = new SegmentResolver(tenant);
        final var vteps = new VtepResolver(tenant, model.vteps(), segments);
        final var sites = new SiteResolver(model.hosts().values(), addresses(vteps.wires()));
        final var inner = new RouterResolver(tenant, segments.segments());
        final var routers = new GatewayResolver(model, segments, sites.sites(), inner);
        return new Ground(segments, vteps, sites, inner, routers, new TrunkResolver(tenant.trunks().values()),
            new Subnets(tenant), new Domains(inner.routers().values()),
            new Advertisements(tenant.subnets().values(), routers.routers().values()));
    }

    private static Set<IpAddress> addresses(final Map<?, Wire> wires) {
        return wires.values().stream().flatMap(wire -> wire.vteps().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
