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
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Site;
import java.util.List;
import java.util.Optional;

/**
 * Writes {@link Table#TRUNK}: a frame with a VLAN tag is the sub-port's that has this VLAN, without the tag from here on.
 * Any other tag of a machine is passed on only in a network that is transparent to them: elsewhere it would choose the VLAN
 * on the physical network, and with it somebody else's network.
 */
final class TrunkWriter implements TableWriter {
    private static final int SUB_PORT = 100;
    private static final int TRANSPARENT = 10;

    @Override
    public List<Flow> ofPort(final Site here, final BoundPort port) {
        if (!port.hostId().equals(here.hostId())) {
            return List.of();
        }
        final var origin = new Scope.OfPort(port.port().id());
        final var from = Match.ANY.with(Field.IN_PORT, port.ofport());
        final int vlan = port.place().vlan();
        if (vlan != 0) {
            return List.of(new Flow(Table.TRUNK, SUB_PORT, Vlan.is(from, vlan),
                new Instructions(List.of(new Action.PopVlan()), Optional.of(MetadataBits.fromPort(port)),
                    Optional.of(EgressQosWriter.first(port))), origin));
        }
        return port.segment().network().vlanTransparent()
            ? List.of(new Flow(Table.TRUNK, TRANSPARENT, from,
                Instructions.write(MetadataBits.fromPort(port), EgressQosWriter.first(port)), origin))
            : List.of();
    }
}
