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
import io.tenantnet.impl.flow.Meter;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.model.QosPolicy;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@link Table#EGRESS_QOS}: limits what a machine sends and marks its IP packets. Only packets of ports with such a
 * policy come here; they pass unlimited where the switch refuses the meter.
 */
final class EgressQosWriter implements TableWriter {
    private static final int MARKED = 110;
    private static final int LIMITED = 100;
    private static final int OTHER = 0;

    /** The table in which the packets of a port begin. */
    static Table first(final BoundPort port) {
        return port.qos().filter(QosPolicy::isOnEgress).isPresent() ? Table.EGRESS_QOS : Table.SOURCE_CHECK;
    }

    @Override
    public List<Flow> ofSwitch(final Site here) {
        return List.of(new Flow(Table.EGRESS_QOS, OTHER, Match.ANY, Instructions.goTo(Table.SOURCE_CHECK),
            new Scope.OfSwitch()));
    }

    @Override
    public List<Flow> ofPort(final Site here, final BoundPort port) {
        return port.hostId().equals(here.hostId()) ? port.qos().map(policy -> flows(port, policy)).orElse(List.of())
            : List.of();
    }

    private static List<Flow> flows(final BoundPort port, final QosPolicy policy) {
        final var flows = new ArrayList<Flow>();
        final var origin = new Scope.OfPort(port.port().id());
        final var match = MetadataBits.ofPort(port);
        policy.dscp().ifPresent(mark -> {
            for (final int type : new int[] {Packets.IPV4, Packets.IPV6}) {
                flows.add(new Flow(Table.EGRESS_QOS, MARKED, Packets.ofType(match, type), limited(port, policy,
                    Instructions.applyAndGo(Table.SOURCE_CHECK, new Action.SetField(Field.IP_DSCP, mark))), origin));
            }
        });
        if (policy.egress().isPresent()) {
            flows.add(new Flow(Table.EGRESS_QOS, LIMITED, match,
                limited(port, policy, Instructions.goTo(Table.SOURCE_CHECK)), origin));
        }
        return flows;
    }

    private static Instructions limited(final BoundPort port, final QosPolicy policy, final Instructions then) {
        return policy.egress().map(limit -> then.metered(Meter.of(Meter.Use.EGRESS_BANDWIDTH, port.number(),
            Meter.Unit.KBPS, limit.kbps(), limit.burst()))).orElse(then);
    }
}
