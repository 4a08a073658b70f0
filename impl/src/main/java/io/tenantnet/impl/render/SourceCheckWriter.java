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
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes {@link Table#SOURCE_CHECK}. Every port sends from its own MAC addresses only; one with port security also from
 * its own IP addresses only, in ARP and neighbour advertisements too, and is neither a DHCP server nor an IPv6 router
 * unless it is a port of the network itself. All else is dropped and counted.
 */
final class SourceCheckWriter implements TableWriter {
    private static final int MAY_SERVE = 210;
    private static final int SERVER = 200;
    private static final int DHCP = 110;
    private static final int ADDRESS_IS_OWN = 100;
    private static final int ADDRESS_IS_FOREIGN = 50;
    private static final int ARP_UNCHECKED = 20;
    private static final int MAC_IS_OWN = 10;
    /** Nothing would match it either; this flow counts it. */
    private static final int MAC_IS_FOREIGN = 5;
    private static final IpAddress UNSPECIFIED_4 = new IpAddress(4, 0, 0);
    private static final IpAddress UNSPECIFIED_6 = new IpAddress(6, 0, 0);

    @Override
    public List<Flow> ofSwitch(final Site here) {
        return Servers.all(Match.ANY).map(match ->
            new Flow(Table.SOURCE_CHECK, SERVER, match, Instructions.DROP, new Scope.OfSwitch())).toList();
    }

    @Override
    public List<Flow> ofPort(final Site here, final BoundPort port) {
        if (!port.hostId().equals(here.hostId())) {
            return List.of();
        }
        final var flows = new Collector(port);
        flows.drop(MAC_IS_FOREIGN, flows.port);
        final var own = ownAddresses(port);
        own.forEach((mac, addresses) -> {
            if (port.portSecurity()) {
                flows.checkAddresses(mac, addresses);
            } else {
                flows.add(ARP_UNCHECKED, Packets.ofType(flows.from(mac), Packets.ARP), Table.ARP_RESPONDER);
                Servers.all(flows.from(mac)).forEach(match -> flows.add(MAY_SERVE, match, Table.ND_RESPONDER));
            }
            flows.add(MAC_IS_OWN, flows.from(mac), Table.ND_RESPONDER);
        });
        if (port.portSecurity()) {
            flows.dropForeignAddresses();
            if (port.port().isOfTheNetwork()) {
                own.forEach(flows::letServe);
            }
            if (port.dhcp().isPresent()) {
                flows.passDhcp(port.port().mac());
            }
            new NeighbourCheck(port, own).flows().forEach(flows.list::add);
        }
        return flows.list;
    }

    private static Map<MacAddress, Set<Cidr>> ownAddresses(final BoundPort port) {
        final Map<MacAddress, Set<Cidr>> own = new TreeMap<>();
        own.put(port.port().mac(), new LinkedHashSet<>());
        port.port().fixedIps().forEach(ip -> own.get(port.port().mac())
            .add(new Cidr(ip.address(), ip.address().bits())));
        port.port().addressPairs().forEach(pair -> own.computeIfAbsent(pair.mac(), mac -> new LinkedHashSet<>())
            .add(new Cidr(pair.addresses().first(), pair.addresses().length())));
        return own;
    }

    private static final class Collector {
        private final List<Flow> list = new ArrayList<>();
        private final Match port;
        private final Scope origin;

        Collector(final BoundPort port) {
            this.port = MetadataBits.ofPort(port);
            origin = new Scope.OfPort(port.port().id());
        }

        Match from(final MacAddress mac) {
            return port.with(Field.ETH_SRC, mac);
        }

        void checkAddresses(final MacAddress mac, final Set<Cidr> addresses) {
            final var arp = Packets.ofType(from(mac), Packets.ARP).with(Field.ARP_SHA, mac);
            final var ipv4 = Packets.ofType(from(mac), Packets.IPV4);
            final var ipv6 = Packets.ofType(from(mac), Packets.IPV6);
            for (final var block : addresses) {
                if (block.address().version() == 4) {
                    add(ADDRESS_IS_OWN, arp.with(Field.ARP_SPA, block), Table.ARP_RESPONDER);
                    add(ADDRESS_IS_OWN, ipv4.with(Field.IPV4_SRC, block), Table.DHCP);
                } else {
                    add(ADDRESS_IS_OWN, ipv6.with(Field.IPV6_SRC, block), Table.ND_RESPONDER);
                }
            }
            // A machine asks whether its address is free before it has one (RFC 5227, RFC 4862), and DHCP for one.
            add(ADDRESS_IS_OWN, arp.with(Field.ARP_SPA, UNSPECIFIED_4), Table.ARP_RESPONDER);
            add(ADDRESS_IS_OWN, ipv4.with(Field.IPV4_SRC, UNSPECIFIED_4).with(Field.IP_PROTO, Packets.UDP)
                .with(Field.UDP_SRC, Packets.DHCP_CLIENT).with(Field.UDP_DST, Packets.DHCP_SERVER), Table.DHCP);
            add(ADDRESS_IS_OWN, ipv6.with(Field.IPV6_SRC, UNSPECIFIED_6).with(Field.IP_PROTO, Packets.ICMPV6),
                Table.ND_RESPONDER);
            add(ADDRESS_IS_OWN, ipv6.with(Field.IPV6_SRC, mac.linkLocal()), Table.ND_RESPONDER);
        }

        /** A machine that renews an address which is not its own any more has to be told so; nobody else hears it. */
        void passDhcp(final MacAddress mac) {
            add(DHCP, Packets.udp(Packets.ofType(from(mac), Packets.IPV4), Packets.DHCP_CLIENT, Packets.DHCP_SERVER),
                Table.DHCP);
        }

        void dropForeignAddresses() {
            for (final int type : new int[] {Packets.IPV4, Packets.ARP, Packets.IPV6}) {
                drop(ADDRESS_IS_FOREIGN, Packets.ofType(port, type));
            }
        }

        /** A port of the network itself may be a server, from its own addresses. */
        void letServe(final MacAddress mac, final Set<Cidr> addresses) {
            for (final var block : addresses) {
                if (block.address().version() == 4) {
                    Servers.ipv4(from(mac)).forEach(match ->
                        add(MAY_SERVE, match.with(Field.IPV4_SRC, block), Table.DHCP));
                } else {
                    Servers.ipv6(from(mac)).forEach(match ->
                        add(MAY_SERVE, match.with(Field.IPV6_SRC, block), Table.ND_RESPONDER));
                }
            }
            Servers.ipv6(from(mac)).forEach(match ->
                add(MAY_SERVE, match.with(Field.IPV6_SRC, mac.linkLocal()), Table.ND_RESPONDER));
        }

        private void drop(final int priority, final Match match) {
            list.add(new Flow(Table.SOURCE_CHECK, priority, match, Instructions.DROP, origin));
        }

        void add(final int priority, final Match match, final Table next) {
            list.add(new Flow(Table.SOURCE_CHECK, priority, match, Instructions.goTo(next), origin));
        }
    }
}
