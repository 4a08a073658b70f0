/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.state;

import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Network;
import io.tenantnet.impl.model.Subnet;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.model.Trunk;
import io.tenantnet.impl.resolve.Resolved;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Derives the operational state. Pure. */
public final class StateDeriver {
    private StateDeriver() {
    }

    /**
     * The state of all objects.
     *
     * @param model    the model
     * @param resolved the model with its references followed
     * @param reports  how far the connected switches are, by host id
     */
    public static State derive(final Model model, final Resolved resolved, final Map<String, SwitchReport> reports) {
        return Derivation.EMPTY.next(model, resolved, reports).state();
    }

    static NetworkState network(final Network network, final Resolved resolved, final PhysicalNetworks physical) {
        final var segment = resolved.segments().get(network.id());
        final var placement = resolved.networks().get(network.id());
        final SortedSet<String> hosts = placement == null ? Collections.emptySortedSet()
            : Collections.unmodifiableSortedSet(new TreeSet<>(placement.ports().keySet()));
        return segment == null
            ? new NetworkState(Condition.down(resolved.problems().networks().get(network.id())),
                network.segmentationId(), hosts)
            : new NetworkState(new Condition(Status.ACTIVE, physical.problem(network)), segment.id() == 0 ? OptionalInt.empty()
                : OptionalInt.of((int) segment.id()), hosts);
    }

    static Condition trunk(final Trunk trunk, final Resolved resolved) {
        final var problem = Optional.ofNullable(resolved.problems().trunks().get(trunk.id()));
        return problem.isEmpty() || trunk.subPorts().stream().anyMatch(one -> resolved.ports().containsKey(one.portId()))
            ? new Condition(Status.ACTIVE, problem) : Condition.down(problem.get());
    }

    static Condition subnet(final Subnet subnet, final Resolved resolved, final Set<Map.Entry<UUID, Cidr>> connected) {
        final var problem = resolved.problems().subnets().get(subnet.id());
        if (problem != null) {
            return Condition.down(problem);
        }
        return subnet.options().raMode().isPresent() && !connected.contains(Map.entry(subnet.networkId(), subnet.cidr()))
            ? new Condition(Status.ACTIVE, Optional.of(
                "ipv6-ra-mode: no router that is up has an interface in it, so nobody advertises it"))
            : Condition.ACTIVE;
    }

    /** The subnets that routers have interfaces in, by network. */
    static Set<Map.Entry<UUID, Cidr>> connected(final Resolved resolved) {
        return resolved.routers().values().stream().flatMap(router -> router.interfaces().stream())
            .flatMap(one -> one.subnets().stream().map(cidr -> Map.entry(one.networkId(), cidr)))
            .collect(Collectors.toUnmodifiableSet());
    }
}
