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
import io.tenantnet.impl.resolve.Gateway;
import io.tenantnet.impl.resolve.Placement;
import io.tenantnet.impl.resolve.ResolvedRouter;
import io.tenantnet.impl.resolve.Site;
import java.util.List;

/** Writes {@link Table#TUNNEL}: the same key in tunnels of another kind is another network's, and a frame of a network
 * that the host does not carry meets no flow and is dropped. */
final class TunnelWriter implements TableWriter {
    private static final int TO_ROUTER = 200;
    private static final int PRIORITY = 100;

    @Override
    public List<Flow> ofNetwork(final Site here, final Placement network) {
        final var segment = network.segment();
        if (!segment.type().isTunnelled()) {
            return List.of();
        }
        return List.of(new Flow(Table.TUNNEL, PRIORITY,
            MetadataBits.ofTunnel(segment.type()).with(Field.TUN_ID, segment.id()),
            Instructions.write(MetadataBits.fromWire(segment), Table.L2_FORWARD),
            new Scope.OfNetwork(segment.network().id())));
    }

    /** What another host sends to a router comes here because it is for the world outside. */
    @Override
    public List<Flow> ofGateway(final Site here, final ResolvedRouter router, final Gateway gateway) {
        return router.interfaces().stream().filter(entry -> entry.segment().type().isTunnelled())
            .map(entry -> new Flow(Table.TUNNEL, TO_ROUTER,
                MetadataBits.ofTunnel(entry.segment().type()).with(Field.TUN_ID, entry.segment().id())
                    .with(Field.ETH_DST, entry.mac()),
                Instructions.write(MetadataBits.fromWire(entry.segment()), Table.OUTWARD),
                new Scope.OfRouter(router.id()))).toList();
    }
}
