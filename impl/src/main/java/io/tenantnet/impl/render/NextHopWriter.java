/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Site;
import java.util.List;

/** Writes {@link Table#NEXT_HOP}: routed packets for an address that no known port has are dropped. */
final class NextHopWriter implements TableWriter {
    private static final int PRIORITY = 100;

    @Override
    public List<Flow> ofRoutedPort(final Site here, final BoundPort port) {
        return port.port().fixedIps().stream().map(FixedIp::address).distinct().map(ip -> {
            final var match = MetadataBits.ofNetworkFromPort(port.segment());
            return new Flow(Table.NEXT_HOP, PRIORITY, ip.version() == 4
                ? Packets.ofType(match, Packets.IPV4).with(Field.IPV4_DST, ip)
                : Packets.ofType(match, Packets.IPV6).with(Field.IPV6_DST, ip),
                Instructions.applyAndGo(Table.L2_FORWARD, new Action.SetField(Field.ETH_DST, port.port().mac())),
                new Scope.OfPort(port.port().id()));
        }).toList();
    }
}
