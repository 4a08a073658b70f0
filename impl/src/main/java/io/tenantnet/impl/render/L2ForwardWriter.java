/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Placement;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.List;

/** Writes {@link Table#L2_FORWARD}: known unicast goes on to its port, or out towards the port's host. */
final class L2ForwardWriter implements TableWriter {
    private static final int RESERVED = 200;
    private static final int KNOWN = 100;
    private static final int OTHER = 0;
    /** IEEE 802.1D: link-local control protocols, which no bridge forwards. */
    private static final long RESERVED_GROUP = 0x0180_c200_0000L;
    private static final long RESERVED_MASK = 0xffff_ffff_fff0L;

    @Override
    public List<Flow> ofSwitch(final Site here) {
        final var origin = new Scope.OfSwitch();
        return List.of(
            new Flow(Table.L2_FORWARD, RESERVED, Match.ANY.with(Field.ETH_DST, RESERVED_GROUP, RESERVED_MASK),
                Instructions.DROP, origin),
            new Flow(Table.L2_FORWARD, OTHER, Match.ANY, Instructions.goTo(Table.FLOOD), origin));
    }

    /** Machines behind hardware VTEPs. */
    @Override
    public List<Flow> ofNetwork(final Site here, final Placement network) {
        final var flows = new ArrayList<Flow>();
        final var segment = network.segment();
        network.wire().macs().forEach((mac, address) -> WayOut.to(here, segment, address)
            .ifPresent(way -> flows.add(new Flow(Table.L2_FORWARD, KNOWN,
                MetadataBits.ofNetworkFromPort(segment).with(Field.ETH_DST, mac), way,
                new Scope.OfNetwork(segment.network().id())))));
        return flows;
    }

    @Override
    public List<Flow> ofPort(final Site here, final BoundPort port) {
        if (port.hostId().equals(here.hostId())) {
            return List.of(new Flow(Table.L2_FORWARD, KNOWN,
                MetadataBits.ofNetwork(port.segment()).with(Field.ETH_DST, port.port().mac()),
                Instructions.applyAndGo(Table.INGRESS_ACL, Delivery.to(port)), new Scope.OfPort(port.port().id())));
        }
        return ofDistantPort(here, port);
    }

    @Override
    public List<Flow> ofDistantPort(final Site here, final BoundPort port) {
        // What came from the wire never goes back to it: that could loop.
        return WayOut.to(here, port).map(way -> new Flow(Table.L2_FORWARD, KNOWN,
            MetadataBits.ofNetworkFromPort(port.segment()).with(Field.ETH_DST, port.port().mac()), way,
            new Scope.OfPort(port.port().id()))).stream().toList();
    }
}
