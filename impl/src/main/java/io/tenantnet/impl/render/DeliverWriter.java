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
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@link Table#DELIVER}. Open vSwitch never sends a packet back through the interface it came from, which is what is
 * wanted where an interface is one port. The ports of a trunk may send to each other; so there only the sender itself is
 * spared, and the others are sent to in the way that Open vSwitch lets pass.
 */
final class DeliverWriter implements TableWriter {
    private static final int TO_ITSELF = 120;
    private static final int TO_NEIGHBOUR_IN_TRUNK = 110;
    private static final int PRIORITY = 100;

    @Override
    public List<Flow> ofPort(final Site here, final BoundPort port) {
        if (!port.hostId().equals(here.hostId())) {
            return List.of();
        }
        final var origin = new Scope.OfPort(port.port().id());
        final var flows = new ArrayList<Flow>();
        flows.add(new Flow(Table.DELIVER, PRIORITY, Delivery.at(port), out(port, port.ofport()), origin));
        if (port.place().trunked()) {
            flows.add(new Flow(Table.DELIVER, TO_ITSELF, Delivery.at(MetadataBits.ofPort(port), port),
                Instructions.DROP, origin));
            flows.add(new Flow(Table.DELIVER, TO_NEIGHBOUR_IN_TRUNK,
                Delivery.at(Match.ANY.with(Field.IN_PORT, port.ofport()), port), out(port, Action.IN_PORT), origin));
        }
        return flows;
    }

    private static Instructions out(final BoundPort port, final int ofport) {
        return Instructions.apply(Tagging.out(port, ofport));
    }
}
