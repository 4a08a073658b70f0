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
import io.tenantnet.impl.resolve.Placement;
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

    @Override
    public List<Flow> ofNetwork(final Site here, final Placement network) {
        final var segment = network.segment();
        return segment.network().physicalNetwork().map(here.providers()::get)
            .map(ofport -> flow(segment, Match.ANY.with(Field.IN_PORT, ofport))).stream().toList();
    }

    private static Flow flow(final Segment segment, final Match from) {
        final boolean vlan = segment.type() == NetworkType.VLAN;
        return new Flow(Table.PROVIDER, PRIORITY, vlan ? Vlan.is(from, (int) segment.id()) : Vlan.none(from),
            new Instructions(Stream.<Action>of(new Action.PopVlan()).filter(pop -> vlan).toList(),
                Optional.of(MetadataBits.fromWire(segment)), Optional.of(Table.L2_FORWARD)),
            new Scope.OfNetwork(segment.network().id()));
    }
}
