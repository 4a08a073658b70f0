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
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@link Table#DHCP}: what a machine asks the network for its configuration goes to the controller, and nowhere else,
 * where the model has the answer; the requests of other machines go on to whoever may answer them.
 */
final class DhcpWriter implements TableWriter {
    private static final int ASKED = 100;
    private static final int OTHER = 0;

    @Override
    public List<Flow> ofSwitch(final Site here) {
        return List.of(new Flow(Table.DHCP, OTHER, Match.ANY, Instructions.goTo(Table.EGRESS_ACL),
            new Scope.OfSwitch()));
    }

    @Override
    public List<Flow> ofPort(final Site here, final BoundPort port) {
        if (!port.hostId().equals(here.hostId())) {
            return List.of();
        }
        final var from = MetadataBits.ofPort(port).with(Field.ETH_SRC, port.port().mac());
        final var ipv6 = Packets.ofType(from, Packets.IPV6);
        final var asked = new ArrayList<Match>();
        if (port.dhcp().isPresent()) {
            // To whomever it is addressed: a lease is renewed with the server's address, by whatever MAC leads there.
            asked.add(Packets.udp(Packets.ofType(from, Packets.IPV4), Packets.DHCP_CLIENT, Packets.DHCP_SERVER));
        }
        if (port.ipv6().dhcp().isPresent()) {
            asked.add(Packets.udp(ipv6, Packets.DHCPV6_CLIENT, Packets.DHCPV6_SERVER));
        }
        if (!port.ipv6().routers().isEmpty()) {
            asked.add(Packets.icmpv6(ipv6, Packets.ROUTER_SOLICITATION));
        }
        return asked.stream().map(match -> new Flow(Table.DHCP, ASKED, match, Punt.of(port),
            new Scope.OfPort(port.port().id()))).toList();
    }
}
