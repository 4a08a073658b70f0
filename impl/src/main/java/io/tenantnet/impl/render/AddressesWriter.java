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
 * Writes {@link Table#ADDRESSES}: for every known IPv4 address of a network its MAC address, once for all who need it. It is
 * asked with the address in register 2; where it is known, the packet comes back with the MAC address as its destination
 * and 1 in register 0. So one more port costs one flow for ARP and routing together.
 */
final class AddressesWriter implements TableWriter {
    private static final int PRIORITY = 100;
    private static final int IS_FOUND = 1;

    /** Asks for the address in a field of the packet. */
    static List<Action> ask(final Field address) {
        return List.of(new Action.Move(address, Field.REG2), new Action.SetField(Field.REG0, 0),
            new Action.Resubmit(Table.ADDRESSES));
    }

    /** Packets that have asked and were answered. */
    static Match found(final Match match) {
        return match.with(Field.REG0, IS_FOUND);
    }

    @Override
    public List<Flow> ofPort(final Site here, final BoundPort port) {
        return port.port().fixedIps().stream().map(FixedIp::address).filter(ip -> ip.version() == 4).distinct()
            .map(ip -> new Flow(Table.ADDRESSES, PRIORITY,
                MetadataBits.ofNetworkFromPort(port.segment()).with(Field.REG2, ip.low()),
                Instructions.apply(new Action.SetField(Field.ETH_DST, port.port().mac()),
                    new Action.SetField(Field.REG0, IS_FOUND)), new Scope.OfPort(port.port().id())))
            .toList();
    }

    @Override
    public List<Flow> ofDistantPort(final Site here, final BoundPort port) {
        return ofPort(here, port);
    }
}
