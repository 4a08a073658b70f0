/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Placement;
import io.tenantnet.impl.resolve.Site;
import java.util.List;

/** Writes {@link Table#ANSWER}: what the switch answered goes back to where the question came from. */
final class AnswerWriter implements TableWriter {
    private static final int FROM_WIRE = 200;
    private static final int SUB_PORT = 100;
    private static final int OTHER = 0;

    @Override
    public List<Flow> ofSwitch(final Site here) {
        return List.of(new Flow(Table.ANSWER, OTHER, Match.ANY, Instructions.apply(new Action.Output(Action.IN_PORT)),
            new Scope.OfSwitch()));
    }

    @Override
    public List<Flow> ofNetwork(final Site here, final Placement network) {
        return network.outside().contains(here.hostId()) ? List.of(new Flow(Table.ANSWER, FROM_WIRE,
            MetadataBits.ofNetworkFromWire(network.segment()), Instructions.apply(new Action.ForgetInPort(),
                new Action.Resubmit(Table.WIRE)), new Scope.OfNetwork(network.segment().network().id()))) : List.of();
    }

    @Override
    public List<Flow> ofPort(final Site here, final BoundPort port) {
        return port.hostId().equals(here.hostId()) && port.place().vlan() != 0
            ? List.of(new Flow(Table.ANSWER, SUB_PORT, MetadataBits.ofPort(port),
                Instructions.apply(Tagging.out(port, Action.IN_PORT)), new Scope.OfPort(port.port().id())))
            : List.of();
    }
}
