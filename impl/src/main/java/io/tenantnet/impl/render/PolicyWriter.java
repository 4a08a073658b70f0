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
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@link io.tenantnet.impl.flow.Table#EGRESS_ACL} and {@link io.tenantnet.impl.flow.Table#INGRESS_ACL}: IP packets
 * of ports with security groups go through the rules; all others pass. What a machine needs to have an address at all
 * passes too, as in Neutron: DHCP, and of ICMPv6 neighbour discovery and multicast listeners (RFC 4890 section 4.4.1).
 */
final class PolicyWriter implements TableWriter {
    private static final int NEEDED = 200;
    private static final int GUARDED = 100;
    private static final int OTHER = 0;
    /** Listeners (RFC 2710, RFC 3810), router solicitations and advertisements, neighbour discovery (RFC 4861). */
    private static final List<Integer> NEEDED_ICMPV6 = List.of(130, 131, 132, 133, 134, 135, 136, 143);

    private final Acl acl;

    PolicyWriter(final Acl acl) {
        this.acl = acl;
    }

    @Override
    public List<Flow> ofSwitch(final Site here) {
        final var flows = new ArrayList<Flow>();
        flows.add(pass(OTHER, Match.ANY));
        if (here.security().isEmpty()) {
            return flows;
        }
        final var ipv6 = Packets.ofType(Match.ANY, Packets.IPV6);
        NEEDED_ICMPV6.forEach(type -> flows.add(pass(NEEDED, Packets.icmpv6(ipv6, type))));
        final boolean out = acl == Acl.EGRESS;
        flows.add(pass(NEEDED, Packets.udp(Packets.ofType(Match.ANY, Packets.IPV4),
            out ? Packets.DHCP_CLIENT : Packets.DHCP_SERVER, out ? Packets.DHCP_SERVER : Packets.DHCP_CLIENT)));
        flows.add(pass(NEEDED, Packets.udp(ipv6, out ? Packets.DHCPV6_CLIENT : Packets.DHCPV6_SERVER,
            out ? Packets.DHCPV6_SERVER : Packets.DHCPV6_CLIENT)));
        return flows;
    }

    private Flow pass(final int priority, final Match match) {
        return new Flow(acl.policy(), priority, match, Instructions.goTo(acl.passed()), new Scope.OfSwitch());
    }

    @Override
    public List<Flow> ofPort(final Site here, final BoundPort port) {
        if (!port.hostId().equals(here.hostId()) || port.guard().isEmpty()) {
            return List.of();
        }
        final var match = acl == Acl.EGRESS ? MetadataBits.ofPort(port) : Delivery.at(port);
        final var guarded = Instructions.apply(
            new Action.SetField(Field.REG0, Integer.toUnsignedLong(port.guard().get().domain())),
            new Action.SetField(Field.REG4, port.number()),
            new Action.SetField(Field.REG5, Integer.toUnsignedLong(port.guard().get().policy())),
            Connections.look(acl.ports()));
        final var origin = new Scope.OfPort(port.port().id());
        return List.of(
            new Flow(acl.policy(), GUARDED, Packets.ofType(match, Packets.IPV4), guarded, origin),
            new Flow(acl.policy(), GUARDED, Packets.ofType(match, Packets.IPV6), guarded, origin));
    }
}
