/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.resolve.Placement;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes {@link Table#FLOOD}: ingress replication. A frame from a port goes to the network's other ports here and once to
 * each other host that carries the network, or to the physical network; one from the wire goes to the ports here only.
 */
final class FloodWriter implements TableWriter {
    private static final int PRIORITY = 100;

    @Override
    public List<Flow> ofNetwork(final Site here, final Placement network) {
        final var segment = network.segment();
        final var origin = new Scope.OfNetwork(segment.network().id());
        final var ports = network.on(here.hostId()).stream()
            .flatMap(port -> Stream.of(Delivery.to(port), new Action.Resubmit(Table.INGRESS_ACL))).toList();
        final var everywhere = new ArrayList<Action>(ports);
        everywhere.addAll(WayOut.toAll(here, network));
        return List.of(
            new Flow(Table.FLOOD, PRIORITY, MetadataBits.ofNetworkFromPort(segment), Instructions.apply(everywhere),
                origin),
            new Flow(Table.FLOOD, PRIORITY, MetadataBits.ofNetworkFromWire(segment), Instructions.apply(ports),
                origin));
    }
}
