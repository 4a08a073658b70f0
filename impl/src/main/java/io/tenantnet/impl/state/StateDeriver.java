/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.state;

import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Network;
import io.tenantnet.impl.model.PortForwarding;
import io.tenantnet.impl.model.Subnet;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.model.Trunk;
import io.tenantnet.impl.resolve.Resolved;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
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
        final var tenant = model.tenant();
        final var ports = new PortStates(model.hosts(), resolved, reports);
        final var physical = new PhysicalNetworks(model.hosts(), resolved);
        final var routing = new RoutingStates(resolved, reports, physical);
        final var hosts = new HostStates(model.hosts(), resolved, reports);
        final var connected = connected(resolved);
        return new State(
            map(tenant.networks().values(), Network::id, network -> network(network, resolved, physical)),
            map(tenant.subnets().values(), Subnet::id, subnet -> subnet(subnet, resolved, connected)),
            map(tenant.ports().values(), port -> port.id(), ports::of),
            map(tenant.trunks().values(), Trunk::id, trunk -> trunk(trunk, resolved)),
            map(tenant.l3().routers().keySet(), id -> id, routing::router),
            map(tenant.l3().floatingIps().keySet(), id -> id, routing::floatingIp),
            map(tenant.l3().portForwardings().values(), PortForwarding::id, routing::portForwarding),
            map(model.hosts().values(), host -> host.id(), hosts::of), GatewayStates.derive(model, resolved));
    }

    private static NetworkState network(final Network network, final Resolved resolved,
            final PhysicalNetworks physical) {
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

    private static Condition trunk(final Trunk trunk, final Resolved resolved) {
        final var problem = Optional.ofNullable(resolved.problems().trunks().get(trunk.id()));
        return problem.isEmpty() || trunk.subPorts().stream().anyMatch(one -> resolved.ports().containsKey(one.portId()))
            ? new Condition(Status.ACTIVE, problem) : Condition.down(problem.get());
    }

    private static Condition subnet(final Subnet subnet, final Resolved resolved,
            final Set<Map.Entry<UUID, Cidr>> connected) {
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
    private static Set<Map.Entry<UUID, Cidr>> connected(final Resolved resolved) {
        return resolved.routers().values().stream().flatMap(router -> router.interfaces().stream())
            .flatMap(one -> one.subnets().stream().map(cidr -> Map.entry(one.networkId(), cidr)))
            .collect(Collectors.toUnmodifiableSet());
    }

    private static <T, K, V> Map<K, V> map(final Collection<T> objects, final Function<T, K> key,
            final Function<T, V> value) {
        return objects.stream().collect(Collectors.toUnmodifiableMap(key, value));
    }
}
