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

/** Writes {@link Table#DHCP}: what a machine asks the network for its configuration goes to the controller. */
final class DhcpWriter implements TableWriter {
    private static final int OTHER = 0;

    @Override
    public List<Flow> ofSwitch(final Site here) {
        return List.of(new Flow(Table.DHCP, OTHER, Match.ANY, Instructions.goTo(Table.EGRESS_ACL),
            new Scope.OfSwitch()));
    }
}
