/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.resolve.Gateway;
import io.tenantnet.impl.resolve.ResolvedRouter;
import io.tenantnet.impl.resolve.Site;
import java.util.List;

/**
 * Writes {@link Table#DESTINATION_NAT}: answers to what went out pass, and errors that concern it. Everything else that came
 * to an address of the router is dropped.
 */
final class DestinationNatWriter implements TableWriter {
    private static final int ANSWERS = 100;

    @Override
    public List<Flow> ofGateway(final Site here, final ResolvedRouter router, final Gateway gateway) {
        final var ours = Packets.ofType(Translation.of(router), Packets.IPV4);
        final var origin = new Scope.OfRouter(router.id());
        return Translation.isNeeded(router) ? List.of(
            new Flow(Table.DESTINATION_NAT, ANSWERS, Connections.are(ours,
                Connections.ESTABLISHED | Connections.REPLY, Connections.INVALID), Instructions.goTo(Table.INWARD), origin),
            new Flow(Table.DESTINATION_NAT, ANSWERS, Connections.are(ours, Connections.RELATED, Connections.INVALID),
                Instructions.goTo(Table.INWARD), origin))
            : List.of();
    }
}
