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
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.resolve.ResolvedRouter;
import io.tenantnet.impl.resolve.RoutePath;
import io.tenantnet.impl.resolve.RouterInterface;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes {@link Table#ROUTER}. A router works on the host of the machine that sends: the packet leaves there with the MAC
 * address and in the network of its target, and reaches the target's host as any other of that network.
 */
final class RouterWriter implements TableWriter {
    private static final int ECHO_REQUEST = 8;
    private static final int ECHO_REPLY = 0;

    private static final int PING_OF_ROUTER = 3000;
    private static final int FOR_ROUTER = 2900;
    private static final int LINK_LOCAL = 2800;
    /** Plus the length of the prefix, so that the longest counts. */
    private static final int ROUTE = 1000;
    private static final int NO_ROUTE = 10;
    private static final int OTHER = 0;
    private static final Cidr LINK = Cidr.parse("fe80::/10");

    @Override
    public List<Flow> ofSwitch(final Site here) {
        return List.of(new Flow(Table.ROUTER, OTHER, Match.ANY, Instructions.goTo(Table.L2_FORWARD),
            new Scope.OfSwitch()));
    }

    @Override
    public List<Flow> ofRouter(final Site here, final ResolvedRouter router, final RouterInterface entry) {
        final var origin = new Scope.OfRouter(router.id());
        final var flows = new ArrayList<Flow>();
        final var toRouter = MetadataBits.ofNetworkFromPort(entry.segment()).with(Field.ETH_DST, entry.mac());
        ownAddresses(router, entry).forEach(own -> {
            flows.add(new Flow(Table.ROUTER, PING_OF_ROUTER, own.version() == 4
                ? to(toRouter, own).with(Field.IP_PROTO, Packets.ICMP).with(Field.ICMP_TYPE, ECHO_REQUEST)
                : Packets.icmpv6(to(toRouter, own), Packets.ECHO_REQUEST_6), pong(entry, own), origin));
            flows.add(new Flow(Table.ROUTER, FOR_ROUTER, to(toRouter, own), Instructions.DROP, origin));
        });
        router.paths().stream().map(RoutePath::destination).distinct().forEach(destination -> {
            final var path = router.paths().stream()
                .filter(one -> one.destination().equals(destination)).findFirst().orElseThrow();
            flows.add(new Flow(Table.ROUTER, ROUTE + destination.length(), to(toRouter, destination), route(path),
                origin));
        });
        if (entry.linkLocal().isPresent()) {
            // RFC 4291 section 2.5.6: these are never routed, whatever routes there are.
            final var ipv6 = Packets.ofType(toRouter, Packets.IPV6);
            flows.add(new Flow(Table.ROUTER, LINK_LOCAL, ipv6.with(Field.IPV6_SRC, LINK), Instructions.DROP, origin));
            flows.add(new Flow(Table.ROUTER, LINK_LOCAL, ipv6.with(Field.IPV6_DST, LINK), Instructions.DROP, origin));
        }
        flows.add(new Flow(Table.ROUTER, NO_ROUTE, toRouter, Instructions.DROP, origin));
        return flows;
    }

    /** All of the router's addresses, and of those that are link-local the one on this link. */
    private static Stream<IpAddress> ownAddresses(final ResolvedRouter router, final RouterInterface entry) {
        final var all = router.interfaces().stream().flatMap(one -> one.addresses().stream());
        return Stream.concat(all, entry.linkLocal().stream()).distinct();
    }

    private static Match to(final Match match, final IpAddress address) {
        return to(match, new Cidr(address, address.bits()));
    }

    private static Match to(final Match match, final Cidr block) {
        return block.address().version() == 4
            ? Packets.ofType(match, Packets.IPV4).with(Field.IPV4_DST, block)
            : Packets.ofType(match, Packets.IPV6).with(Field.IPV6_DST, block);
    }

    private static Instructions route(final RoutePath path) {
        final var actions = new ArrayList<Action>();
        actions.add(new Action.DecTtl());
        actions.add(new Action.SetField(Field.ETH_SRC, path.exit().mac()));
        path.nextHop().ifPresent(mac -> actions.add(new Action.SetField(Field.ETH_DST, mac)));
        return new Instructions(actions, Optional.of(MetadataBits.routedTo(path.exit().segment())),
            Optional.of(path.nextHop().isPresent() ? Table.L2_FORWARD : Table.NEXT_HOP));
    }

    private static Instructions pong(final RouterInterface entry, final IpAddress own) {
        final boolean ipv4 = own.version() == 4;
        final var source = ipv4 ? Field.IPV4_SRC : Field.IPV6_SRC;
        return Instructions.apply(
            new Action.Move(Field.ETH_SRC, Field.ETH_DST),
            new Action.SetField(Field.ETH_SRC, entry.mac()),
            new Action.Move(source, ipv4 ? Field.IPV4_DST : Field.IPV6_DST),
            new Action.SetField(source, own),
            ipv4 ? new Action.SetField(Field.ICMP_TYPE, ECHO_REPLY)
                : new Action.SetField(Field.ICMPV6_TYPE, Packets.ECHO_REPLY_6),
            new Action.Output(Action.IN_PORT));
    }
}
