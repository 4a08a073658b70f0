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
import io.tenantnet.impl.flow.Vlan;
import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.resolve.Gateway;
import io.tenantnet.impl.resolve.Placement;
import io.tenantnet.impl.resolve.ResolvedRouter;
import io.tenantnet.impl.resolve.Segment;
import io.tenantnet.impl.resolve.Site;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes {@link Table#PROVIDER}: of what comes from a physical network, frames without tag belong to its flat network and
 * those of a VLAN to the network with that VLAN. All others are dropped.
 */
final class ProviderWriter implements TableWriter {
    private static final int PRIORITY = 100;

    /** Frames to a router go to the machines' gateway, those of all others are the network's. */
    private static final int TO_ROUTER = 200;

    @Override
    public List<Flow> ofNetwork(final Site here, final Placement network) {
        return from(here, network.segment()).map(from -> flow(PRIORITY, network.segment(), from, Table.OUTSIDE,
            new Scope.OfNetwork(network.segment().network().id()))).stream().toList();
    }

    @Override
    public List<Flow> ofGateway(final Site here, final ResolvedRouter router, final Gateway gateway) {
        return router.interfaces().stream().flatMap(entry -> from(here, entry.segment())
            .map(from -> flow(TO_ROUTER, entry.segment(), from.with(Field.ETH_DST, entry.mac()), Table.OUTWARD,
                new Scope.OfRouter(router.id()))).stream()).toList();
    }

    private static Optional<Match> from(final Site here, final Segment segment) {
        return segment.network().physicalNetwork().map(here.providers()::get)
            .map(ofport -> Match.ANY.with(Field.IN_PORT, ofport));
    }

    private static Flow flow(final int priority, final Segment segment, final Match from, final Table next,
            final Scope origin) {
        final boolean vlan = segment.type() == NetworkType.VLAN;
        return new Flow(Table.PROVIDER, priority, vlan ? Vlan.is(from, (int) segment.id()) : Vlan.none(from),
            new Instructions(Stream.<Action>of(new Action.PopVlan()).filter(pop -> vlan).toList(),
                Optional.of(MetadataBits.fromWire(segment)), Optional.of(next)), origin);
    }
}
