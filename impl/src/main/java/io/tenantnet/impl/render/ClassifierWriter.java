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
import io.tenantnet.impl.flow.Vlan;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.List;

/** Writes {@link Table#CLASSIFIER}. Its priorities are above those of Genius (1..10), whose tables are not used. */
final class ClassifierWriter implements TableWriter {
    private static final int WIRE = 300;
    /** What is not from the wire and has a VLAN tag is from a machine. */
    private static final int TAGGED = 200;
    private static final int PORT = 100;

    @Override
    public List<Flow> ofSwitch(final Site here) {
        final var flows = new ArrayList<Flow>();
        here.tunnelPorts().forEach((ofport, type) -> flows.add(new Flow(Table.CLASSIFIER, WIRE,
            Match.ANY.with(Field.IN_PORT, ofport), Instructions.write(MetadataBits.fromTunnel(type), Table.TUNNEL),
            new Scope.OfSwitch())));
        here.providers().values()
            .forEach(ofport -> flows.add(flow(WIRE, Match.ANY.with(Field.IN_PORT, ofport), Table.PROVIDER)));
        flows.add(flow(TAGGED, Vlan.any(Match.ANY), Table.TRUNK));
        return flows;
    }

    private static Flow flow(final int priority, final Match match, final Table next) {
        return new Flow(Table.CLASSIFIER, priority, match, Instructions.goTo(next), new Scope.OfSwitch());
    }

    @Override
    public List<Flow> ofPort(final Site here, final BoundPort port) {
        return port.hostId().equals(here.hostId()) && port.place().vlan() == 0
            ? List.of(new Flow(Table.CLASSIFIER, PORT, Match.ANY.with(Field.IN_PORT, port.ofport()),
                Instructions.write(MetadataBits.fromPort(port), EgressQosWriter.first(port)),
                new Scope.OfPort(port.port().id())))
            : List.of();
    }
}
