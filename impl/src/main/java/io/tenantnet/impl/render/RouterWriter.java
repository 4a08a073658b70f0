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
    private static final int PING_OF_ROUTER = 3000;
    private static final int PING_OVER_ROUTERS = 2950;
    private static final int FOR_ROUTER = 2900;
    private static final int LINK_LOCAL = 2800;
    /** Below the routes to the router's own networks. */
    private static final int OUTSIDE = 20;
    private static final int NO_ROUTE = 10;
    private static final int OTHER = 0;
    private static final Cidr LINK = Cidr.parse("fe80::/10");

    @Override
    public List<Flow> ofSwitch(final Site here) {
        return List.of(new Flow(Table.ROUTER, OTHER, Match.ANY, Instructions.goTo(Table.L2_FORWARD),
            new Scope.OfSwitch()));
    }

    @Override
    public List<Flow> ofEntry(final Site here, final ResolvedRouter router, final RouterInterface entry) {
        final var origin = new Scope.OfRouter(router.id());
        final var flows = new ArrayList<Flow>();
        final var toRouter = MetadataBits.ofNetworkFromPort(entry.segment()).with(Field.ETH_DST, entry.mac());
        final boolean relays = router.relaysOn(here.hostId(), entry.networkId());
        ownAddresses(router, entry).forEach(own -> {
            final var ping = PingAnswer.request(toRouter, own);
            flows.add(new Flow(Table.ROUTER, PING_OF_ROUTER, relays ? NextRouterWriter.fresh(ping) : ping,
                pong(entry, own), origin));
            if (relays) {
                flows.add(new Flow(Table.ROUTER, PING_OVER_ROUTERS, ping, routedPong(own), origin));
            }
            if (router.paths().stream().noneMatch(path -> path.nextHop().isEmpty() && path.destination().contains(own))
                    && router.gateway().filter(gateway -> gateway.addresses().contains(own)).isEmpty()) {
                // In a connected subnet it would be looked up among the machines' addresses, and not be found; what is
                // for the gateway's address may be an answer that is to be translated back.
                flows.add(new Flow(Table.ROUTER, FOR_ROUTER, Packets.to(toRouter, own), Instructions.DROP, origin));
            }
        });
        router.paths().stream().map(RoutePath::destination).distinct().forEach(destination -> {
            final var path = router.paths().stream()
                .filter(one -> one.destination().equals(destination)).findFirst().orElseThrow();
            flows.add(new Flow(Table.ROUTER, Routes.priority(destination), Packets.to(toRouter, destination),
                Routes.along(path, MetadataBits.routedTo(path.exit().segment())), origin));
        });
        if (entry.linkLocal().isPresent()) {
            // RFC 4291 section 2.5.6: these are never routed, whatever routes there are.
            final var ipv6 = Packets.ofType(toRouter, Packets.IPV6);
            flows.add(new Flow(Table.ROUTER, LINK_LOCAL, ipv6.with(Field.IPV6_SRC, LINK), Instructions.DROP, origin));
            flows.add(new Flow(Table.ROUTER, LINK_LOCAL, ipv6.with(Field.IPV6_DST, LINK), Instructions.DROP, origin));
        }
        for (final int version : new int[] {4, 6}) {
            if (Translation.speaks(router, version)) {
                flows.add(new Flow(Table.ROUTER, OUTSIDE,
                    Packets.ofType(toRouter, version == 4 ? Packets.IPV4 : Packets.IPV6),
                    Instructions.goTo(Table.OUTWARD), origin));
            }
        }
        flows.add(new Flow(Table.ROUTER, NO_ROUTE, toRouter, Instructions.DROP, origin));
        return flows;
    }

    /** All of the router's addresses, and of those that are link-local the one on this link. */
    private static Stream<IpAddress> ownAddresses(final ResolvedRouter router, final RouterInterface entry) {
        return Stream.of(router.interfaces().stream().flatMap(one -> one.addresses().stream()),
            router.gateway().stream().flatMap(gateway -> gateway.addresses().stream()), entry.linkLocal().stream())
            .flatMap(addresses -> addresses).distinct();
    }

    private static Instructions pong(final RouterInterface entry, final IpAddress own) {
        return Instructions.applyAndGo(Table.ANSWER, PingAnswer.actions(own, entry.mac()));
    }

    /** Who asked is not on the link: the answer takes the routes of this router. */
    private static Instructions routedPong(final IpAddress own) {
        return new Instructions(Stream.concat(PingAnswer.actions(own).stream(),
            Stream.of(new Action.ConntrackClear(), new Action.ForgetInPort(), NextRouterWriter.refresh())).toList(),
            Optional.of(MetadataBits.fromNowhere()), Optional.of(Table.NEXT_ROUTER));
    }
}
