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

/** Writes {@link Table#TRANSLATE}: what is known of a connection is done with its packets. */
final class TranslateWriter implements TableWriter {
    private static final int PRIORITY = 100;

    @Override
    public List<Flow> ofGateway(final Site here, final ResolvedRouter router, final Gateway gateway) {
        return Translation.isNeeded(router) ? List.of(new Flow(Table.TRANSLATE, PRIORITY,
            Packets.ofType(Translation.of(router), Packets.IPV4),
            Instructions.apply(Translation.asDecided(Table.SOURCE_NAT)), new Scope.OfRouter(router.id()))) : List.of();
    }
}
