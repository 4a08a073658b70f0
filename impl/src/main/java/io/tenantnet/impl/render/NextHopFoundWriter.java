/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.resolve.Site;
import java.util.List;

/** Writes {@link Table#NEXT_HOP_FOUND}: packets whose next hop is known go on, all others are dropped. */
final class NextHopFoundWriter implements TableWriter {
    private static final int PRIORITY = 100;

    @Override
    public List<Flow> ofSwitch(final Site here) {
        return List.of(new Flow(Table.NEXT_HOP_FOUND, PRIORITY, AddressesWriter.found(Match.ANY),
            Instructions.goTo(Table.L2_FORWARD), new Scope.OfSwitch()));
    }
}
