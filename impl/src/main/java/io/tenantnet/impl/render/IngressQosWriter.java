/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Meter;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.model.QosPolicy;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Site;
import java.util.List;

/**
 * Writes {@link Table#INGRESS_QOS}: limits what is sent to a machine.
 *
 * <p>A meter of Open vSwitch's datapath drops the packet with all that is still to be done with it, so a copy of a flooded
 * frame that is too much for one machine would be lost for those that come after it. Therefore only frames to the port's
 * own MAC address are limited: these are never flooded.
 */
final class IngressQosWriter implements TableWriter {
    private static final int LIMITED = 100;
    private static final int OTHER = 0;

    @Override
    public List<Flow> ofSwitch(final Site here) {
        return List.of(new Flow(Table.INGRESS_QOS, OTHER, Match.ANY, Instructions.goTo(Table.DELIVER),
            new Scope.OfSwitch()));
    }

    @Override
    public List<Flow> ofPort(final Site here, final BoundPort port) {
        return port.hostId().equals(here.hostId())
            ? port.qos().flatMap(QosPolicy::ingress).map(limit -> List.of(new Flow(Table.INGRESS_QOS, LIMITED,
                Delivery.at(port).with(Field.ETH_DST, port.port().mac()),
                Instructions.goTo(Table.DELIVER).metered(Meter.of(Meter.Use.INGRESS_BANDWIDTH, port.number(),
                    Meter.Unit.KBPS, limit.kbps(), limit.burst())), new Scope.OfPort(port.port().id()))))
                .orElse(List.of())
            : List.of();
    }
}
