/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.resolve.Gateway;
import io.tenantnet.impl.resolve.ResolvedRouter;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Writes {@link Table#INWARD}: the routes of {@link Table#ROUTER}, for what comes from outside. */
final class InwardWriter implements TableWriter {
    @Override
    public List<Flow> ofGateway(final Site here, final ResolvedRouter router, final Gateway gateway) {
        final var flows = new ArrayList<Flow>();
        final var seen = new HashSet<>();
        router.paths().stream().filter(path -> seen.add(path.destination())).forEach(path ->
            flows.add(new Flow(Table.INWARD, Routes.priority(path.destination()),
                Packets.to(Translation.of(router), path.destination()),
                Routes.along(path, MetadataBits.sentTo(path.exit().segment())), new Scope.OfRouter(router.id()))));
        return flows;
    }
}
