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
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Site;
import java.util.List;

/**
 * Writes {@link Table#NEXT_HOP}: routed packets for an address that no known port has are dropped. IPv4 addresses are looked
 * up in {@link Table#ADDRESSES}; an IPv6 address fits no register.
 */
final class NextHopWriter implements TableWriter {
    private static final int PRIORITY = 100;

    @Override
    public List<Flow> ofSwitch(final Site here) {
        return List.of(new Flow(Table.NEXT_HOP, PRIORITY,
            MetadataBits.fromAnyPort(Packets.ofType(Match.ANY, Packets.IPV4)), Instructions.applyAndGo(
                Table.NEXT_HOP_FOUND, AddressesWriter.ask(Field.IPV4_DST).toArray(Action[]::new)), new Scope.OfSwitch()));
    }

    @Override
    public List<Flow> ofRoutedPort(final Site here, final BoundPort port) {
        return port.port().fixedIps().stream().map(FixedIp::address).filter(ip -> ip.version() == 6).distinct()
            .map(ip -> new Flow(Table.NEXT_HOP, PRIORITY,
                Packets.ofType(MetadataBits.ofNetworkFromPort(port.segment()), Packets.IPV6).with(Field.IPV6_DST, ip),
                Instructions.applyAndGo(Table.L2_FORWARD, new Action.SetField(Field.ETH_DST, port.port().mac())),
                new Scope.OfPort(port.port().id()))).toList();
    }
}
