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

/** Writes {@link Table#CLASSIFIER}. */
final class ClassifierWriter implements TableWriter {
    /** Above the flows that Genius puts here (1..10), whose tables 17 and 36 TenantNet does not use. */
    private static final int PRIORITY = 100;

    @Override
    public List<Flow> ofSwitch(final Site here) {
        return here.tunnelPorts().stream()
            .map(ofport -> new Flow(Table.CLASSIFIER, PRIORITY, Match.ANY.with(Field.IN_PORT, ofport),
                Instructions.goTo(Table.TUNNEL), new Scope.OfSwitch()))
            .toList();
    }

    @Override
    public List<Flow> ofPort(final Site here, final BoundPort port) {
        return port.hostId().equals(here.hostId())
            ? List.of(new Flow(Table.CLASSIFIER, PRIORITY, Match.ANY.with(Field.IN_PORT, port.ofport()),
                Instructions.write(MetadataBits.fromPort(port), Table.SOURCE_CHECK),
                new Scope.OfPort(port.port().id())))
            : List.of();
    }
}
