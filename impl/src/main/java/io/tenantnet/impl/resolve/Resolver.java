/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.share.SharedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Follows the model's references, which may lead to what does not exist (yet). Pure: equal models give equal results. */
public final class Resolver {
    private Resolver() {
    }

    /** Follows all references of the model. */
    public static Resolved resolve(final Model model) {
        return whole(model, Ties.NONE).resolved();
    }

    /** The same, with what resolving another model starts from. */
    static Resolution whole(final Model model, final Ties ties) {
        final var tenant = model.tenant();
        final var ground = Ground.of(model);
        final var sites = ground.sites().sites();
        final var machines = new Machines(tenant, model.hosts().values(), ground);
        final var places = machines.places();
        final var floating = new FloatingResolver(model, ground.routers().routers(), sites, places);
        final var forwarding = new ForwardingResolver(tenant.l3(), floating, places);
        final var routers = Exits.of(ground.routers().routers(), floating.found().values(), forwarding.found().values());
        final var outsides = new Outsides(Stream.concat(
            routers.values().stream().flatMap(router -> router.gateway().stream()).flatMap(Gateway::outsideAddresses),
            Stream.concat(floating.found().values().stream().map(FloatingAddress::outside),
                forwarding.found().values().stream().map(ForwardedAddress::outside))), sites, model.neighbours());
        final var sets = GroupSets.NONE.next(List.of(), machines.ports());
        final var policies = new PolicyResolver(tenant.security(), sets.sets());
        final var security = new SecurityResolver(policies, ground.domains(), machines.ports());
        final Map<String, Site> guarded = new HashMap<>();
        sites.forEach((id, site) -> guarded.put(id, site.with(policies.of(sets.on(id).keySet()))));
        final var placements = new Placements(security.ports().values(), routers, ground.segments().segments(), outsides,
            ground.vteps().wires(), machines.dhcp());
        return new Resolution(model, ties, ground, outsides, sets, policies, new Resolved(ground.segments().segments(),
            SharedMap.of(security.ports()), SharedMap.of(placements.networks()), placements.routers(),
            floating.found(), forwarding.found(), guarded, ground.vteps().attachments(),
            new Problems(ground.segments().problems(), subnetProblems(tenant), SharedMap.of(places.problems()),
                ground.trunks().problems(tenant.ports(), places.problems()), ground.routers().problems(),
                floating.problems(), forwarding.problems(), SharedMap.of(security.problems()),
                SharedMap.of(machines.qos().problems()), ground.sites().problems(), places.unclaimed())));
    }

    private static Map<UUID, String> subnetProblems(final TenantModel tenant) {
        final Map<UUID, String> problems = new HashMap<>();
        tenant.subnets().values().stream()
            .filter(subnet -> !tenant.networks().containsKey(subnet.networkId()))
            .forEach(subnet -> problems.put(subnet.id(), "network " + subnet.networkId() + " does not exist"));
        return problems;
    }
}
