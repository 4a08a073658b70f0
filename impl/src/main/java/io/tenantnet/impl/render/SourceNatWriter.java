/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Nat;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.resolve.Gateway;
import io.tenantnet.impl.resolve.ResolvedRouter;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@link Table#SOURCE_NAT}. A new connection is given the gateway's address. What belongs to an older one passes if it
 * has an address that is the router's now: one that it had before a change may be somebody else's.
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
            Connections.are(ours, Connections.NEW, Connections.INVALID | Connections.RELATED), Instructions.apply(
                Translation.decide(Nat.source(gateway.ipv4().get(0)), Table.NEXT_HOP_OUTSIDE)), origin));
        gateway.ipv4().forEach(own -> {
            final var from = Packets.from(Translation.of(router), own);
            for (final int state : new int[] {Connections.ESTABLISHED, Connections.RELATED}) {
                flows.add(pass(Connections.are(from, state, Connections.INVALID), origin));
            }
        });
        return flows;
    }

    private static Flow pass(final Match match, final Scope origin) {
        return new Flow(Table.SOURCE_NAT, KNOWN, match, Instructions.goTo(Table.NEXT_HOP_OUTSIDE), origin);
    }
}
