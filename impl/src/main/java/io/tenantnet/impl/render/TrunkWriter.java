/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Site;
import java.util.List;

/**
 * Writes {@link Table#TRUNK}. A VLAN tag of a machine is passed on only in a network that is transparent to them: in any
 * other it would choose the VLAN on the physical network, and with it somebody else's network.
 */
final class TrunkWriter implements TableWriter {
    private static final int TRANSPARENT = 10;

    @Override
    public List<Flow> ofPort(final Site here, final BoundPort port) {
        return port.hostId().equals(here.hostId()) && port.segment().network().vlanTransparent()
            ? List.of(new Flow(Table.TRUNK, TRANSPARENT, Match.ANY.with(Field.IN_PORT, port.ofport()),
                Instructions.write(MetadataBits.fromPort(port), EgressQosWriter.first(port)),
                new Scope.OfPort(port.port().id())))
            : List.of();
    }
}
