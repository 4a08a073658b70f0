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
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Site;
import java.util.List;

/** Writes {@link Table#DELIVER}. Open vSwitch never sends a packet back through the port it came from. */
final class DeliverWriter implements TableWriter {
    private static final int PRIORITY = 100;

    @Override
    public List<Flow> ofPort(final Site here, final BoundPort port) {
        return port.hostId().equals(here.hostId())
            ? List.of(new Flow(Table.DELIVER, PRIORITY, Delivery.at(port),
                Instructions.apply(new Action.Output(port.ofport())), new Scope.OfPort(port.port().id())))
            : List.of();
    }
}
