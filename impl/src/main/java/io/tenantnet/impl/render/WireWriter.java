/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.flow.Vlan;
import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.net.MacAddress;
import io.tenantnet.impl.resolve.Placement;
import io.tenantnet.impl.resolve.Segment;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes {@link Table#WIRE}. A router is on every host and has the same MAC address on all of them; a physical switch would
 * see it move from port to port with every packet. So what a router sent leaves with a MAC address of the host's own.
 */
final class WireWriter implements TableWriter {
    private static final int ROUTED = 200;
    private static final int OTHER = 100;

    @Override
    public List<Flow> ofKnownNetwork(final Site here, final Placement network) {
        final var segment = network.segment();
        final var wire = segment.network().physicalNetwork().map(here.providers()::get);
        if (wire.isEmpty()) {
            return List.of();
        }
        final var origin = new Scope.OfNetwork(segment.network().id());
        final var match = MetadataBits.ofNetwork(segment);
        final var flows = new ArrayList<Flow>();
        flows.add(new Flow(Table.WIRE, OTHER, match,
            Instructions.apply(out(segment, wire.get(), Optional.empty())), origin));
        network.routerMacs().forEach(mac -> flows.add(new Flow(Table.WIRE, ROUTED, match.with(Field.ETH_SRC, mac),
            Instructions.apply(out(segment, wire.get(), Optional.of(macOf(here)))), origin)));
        return flows;
    }

    static List<Action> out(final Segment segment, final int ofport, final Optional<MacAddress> source) {
        return Stream.of(source.map(mac -> (Action) new Action.SetField(Field.ETH_SRC, mac)).stream(),
            segment.type() == NetworkType.VLAN ? Vlan.push((int) segment.id()).stream() : Stream.<Action>of(),
            Stream.of((Action) new Action.Output(ofport))).flatMap(actions -> actions).toList();
    }

    /** The address by which a host's routers are known on physical networks: the same after a restart. */
    private static MacAddress macOf(final Site here) {
        return MacAddress.derivedFrom(here.hostId());
    }
}
