/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.TenantModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Follows the model's references, which may lead to what does not exist (yet). Pure: equal models give equal results. */
public final class Resolver {
    private Resolver() {
    }

    /** Follows all references of the model. */
    public static Resolved resolve(final Model model) {
        final var tenant = model.tenant();
        final var hosts = model.hosts().values();
        final var segments = new SegmentResolver(tenant);
        final var sites = new SiteResolver(hosts);
        final var ports = new PortResolver(tenant,
            hosts.stream().filter(host -> sites.sites().containsKey(host.id())).toList(), segments);
        return new Resolved(segments.segments(), ports.bound(), place(ports.bound()), sites.sites(),
            new Problems(segments.problems(), subnetProblems(tenant), ports.problems(), sites.problems(),
                ports.unclaimed()));
    }

    private static Map<UUID, Placement> place(final Map<UUID, BoundPort> ports) {
        final Map<UUID, Placement> networks = new HashMap<>();
        for (final var port : ports.values()) {
            networks.computeIfAbsent(port.port().networkId(), id -> new Placement(port.segment(), new TreeMap<>()))
                .ports().computeIfAbsent(port.hostId(), id -> new ArrayList<>()).add(port);
        }
        networks.values().forEach(network -> network.ports().values().forEach(
            (List<BoundPort> local) -> local.sort(Comparator.comparingInt(BoundPort::ofport))));
        return networks;
    }

    private static Map<UUID, String> subnetProblems(final TenantModel tenant) {
        final Map<UUID, String> problems = new HashMap<>();
        tenant.subnets().values().stream()
            .filter(subnet -> !tenant.networks().containsKey(subnet.networkId()))
            .forEach(subnet -> problems.put(subnet.id(), "network " + subnet.networkId() + " does not exist"));
        return problems;
    }
}
