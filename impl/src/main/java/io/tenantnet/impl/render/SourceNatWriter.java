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
import io.tenantnet.impl.flow.Nat;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.resolve.ForwardedAddress;
import io.tenantnet.impl.resolve.Gateway;
import io.tenantnet.impl.resolve.ResolvedRouter;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes {@link Table#SOURCE_NAT}. A new connection is given the gateway's address. What belongs to an older one passes if it
 * has an address that is the router's now: one that it had before a change may be somebody else's. So do answers from a port
 * that leads to a machine.
 */
final class SourceNatWriter implements TableWriter {
    private static final int NEW = 200;
    private static final int KNOWN = 100;

    @Override
    public List<Flow> ofGateway(final Site here, final ResolvedRouter router, final Gateway gateway) {
        if (!Translation.isNeeded(router)) {
            return List.of();
        }
        final var origin = new Scope.OfRouter(router.id());
        final var ours = Packets.ofType(Translation.of(router), Packets.IPV4);
        final var flows = new ArrayList<Flow>();
        flows.add(new Flow(Table.SOURCE_NAT, NEW,
            Connections.are(ours, Connections.NEW, Connections.INVALID | Connections.RELATED), gateway.snat()
                ? Instructions.apply(Translation.decide(Nat.source(gateway.ipv4().get(0)), Table.NEXT_HOP_OUTSIDE))
                : Instructions.goTo(Table.NEXT_HOP_OUTSIDE), origin));
        if (gateway.snat()) {
            gateway.ipv4().forEach(own -> {
                final var from = Packets.from(Translation.of(router), own);
                flows.add(pass(Connections.are(from, Connections.ESTABLISHED, Connections.INVALID), origin));
                flows.add(pass(Connections.are(from, Connections.RELATED, Connections.INVALID), origin));
            });
        }
        return flows;
    }

    @Override
    public List<Flow> ofForwarded(final Site here, final ForwardedAddress forwarded) {
        final var from = Packets.from(Translation.of(forwarded.zone()), forwarded.outside().address());
        final var setMac = new Action.SetField(Field.ETH_SRC, forwarded.outside().mac());
        return Stream.concat(
            forwarded.ports().stream().map(port -> Connections.are(
                Packets.fromPort(from, port.protocol(), port.externalPort()),
                Connections.ESTABLISHED | Connections.REPLY, Connections.INVALID)),
            Stream.of(Connections.are(from, Connections.RELATED, Connections.INVALID)))
            .map(match -> new Flow(Table.SOURCE_NAT, KNOWN, match,
                Instructions.applyAndGo(Table.NEXT_HOP_OUTSIDE, setMac), new Scope.OfFloatingIp(forwarded.id()))).toList();
    }

    private static Flow pass(final Match match, final Scope origin) {
        return new Flow(Table.SOURCE_NAT, KNOWN, match, Instructions.goTo(Table.NEXT_HOP_OUTSIDE), origin);
    }
}
