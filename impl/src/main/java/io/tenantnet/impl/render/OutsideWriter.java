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
import io.tenantnet.impl.flow.Meter;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import io.tenantnet.impl.resolve.FloatingAddress;
import io.tenantnet.impl.resolve.ForwardedAddress;
import io.tenantnet.impl.resolve.Gateway;
import io.tenantnet.impl.resolve.OutsideAddress;
import io.tenantnet.impl.resolve.ResolvedRouter;
import io.tenantnet.impl.resolve.RoutePath;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes {@link Table#OUTSIDE}: what comes from an external network to a router or a floating IP here. It comes from the
 * wire, from a machine in that network, or from another router here, which sent it back into this table.
 */
final class OutsideWriter implements TableWriter {
    private static final int IS_IT_FREE = 210;
    private static final int SOLICITATION = 200;
    private static final int ARP = 200;
    private static final int PING = 150;
    private static final int OWN_ADDRESS = 140;
    private static final int BEHIND = 130;
    private static final int OTHER_ADDRESS = 10;
    private static final int OTHER = 0;

    @Override
    public List<Flow> ofSwitch(final Site here) {
        return List.of(new Flow(Table.OUTSIDE, OTHER, Match.ANY, Instructions.goTo(Table.ROUTER), new Scope.OfSwitch()));
    }

    @Override
    public List<Flow> ofGateway(final Site here, final ResolvedRouter router, final Gateway gateway) {
        final var origin = new Scope.OfRouter(router.id());
        final var flows = new ArrayList<Flow>();
        final var toRouter = MetadataBits.ofNetwork(gateway.segment()).with(Field.ETH_DST, gateway.mac());
        gateway.outsideAddresses().filter(one -> one.address().version() == 4).forEach(own -> {
            flows.add(answer(own, origin));
            flows.addAll(pong(own, origin));
            flows.add(new Flow(Table.OUTSIDE, OWN_ADDRESS, Packets.to(toRouter, own.address()), Instructions.apply(
                Translation.by(router.zone()), Translation.asDecided(Table.DESTINATION_NAT)), origin));
        });
        NeighbourAnswer.addresses(gateway.addresses(), gateway.mac()).forEach(ip -> flows.addAll(
            neighbour(new OutsideAddress(gateway.segment(), ip, gateway.mac(), gateway.hostId()), origin)));
        // Behind a gateway that translates, inside addresses mean nothing outside.
        router.paths().stream().map(RoutePath::destination).distinct()
            .filter(block -> block.address().version() == 6 || !gateway.snat())
            .forEach(block -> flows.add(new Flow(Table.OUTSIDE, BEHIND, Packets.to(toRouter, block),
                Instructions.applyAndGo(Table.INWARD, Translation.by(router.zone())), origin)));
        flows.add(answers(router, gateway, origin));
        flows.add(new Flow(Table.OUTSIDE, OTHER_ADDRESS, toRouter, Instructions.DROP, origin));
        return flows;
    }

    @Override
    public List<Flow> ofFloating(final Site here, final FloatingAddress floating) {
        final var origin = new Scope.OfFloatingIp(floating.id());
        final var own = floating.outside();
        final var toAddress = MetadataBits.ofNetwork(own.segment()).with(Field.ETH_DST, own.mac());
        final var inward = new Instructions(List.of(
            new Action.DecTtl(),
            new Action.SetField(Field.IPV4_DST, floating.inside()),
            new Action.SetField(Field.ETH_SRC, floating.entry().mac()),
            new Action.SetField(Field.ETH_DST, floating.port().port().mac())),
            Optional.of(MetadataBits.sentTo(floating.entry().segment())), Optional.of(Table.L2_FORWARD));
        return List.of(answer(own, origin),
            new Flow(Table.OUTSIDE, OWN_ADDRESS, Packets.to(toAddress, own.address()), inward, origin),
            new Flow(Table.OUTSIDE, OTHER_ADDRESS, toAddress, Instructions.DROP, origin));
    }

    /** Who asked is the controller. */
    private static Flow answers(final ResolvedRouter router, final Gateway gateway, final Scope origin) {
        final var toRouter = to(MetadataBits.ofNetworkFromWire(gateway.segment()), gateway.mac());
        return new Flow(Table.OUTSIDE, ARP, Packets.ofType(toRouter, Packets.ARP).with(Field.ARP_OP, Packets.ARP_REPLY),
            Instructions.apply(new Action.ToController()).metered(Questions.meter(router, Meter.Use.TO_CONTROLLER)), origin);
    }

    @Override
    public List<Flow> ofForwarded(final Site here, final ForwardedAddress forwarded) {
        final var origin = new Scope.OfFloatingIp(forwarded.id());
        final var own = forwarded.outside();
        final var toAddress = to(MetadataBits.ofNetwork(own.segment()), own.mac());
        final var flows = new ArrayList<>(pong(own, origin));
        flows.add(answer(own, origin));
        flows.add(new Flow(Table.OUTSIDE, OWN_ADDRESS, Packets.to(toAddress, own.address()), Instructions.apply(
            Translation.by(forwarded.zone()), Translation.through(own.address()),
            Translation.asDecided(Table.DESTINATION_NAT)), origin));
        flows.add(new Flow(Table.OUTSIDE, OTHER_ADDRESS, toAddress, Instructions.DROP, origin));
        return flows;
    }

    private static Flow answer(final OutsideAddress own, final Scope origin) {
        final var request = ArpAnswer.request(MetadataBits.ofNetworkFromWire(own.segment()), own.address());
        return new Flow(Table.OUTSIDE, ARP, request, Instructions.applyAndGo(Table.WIRE,
            Stream.concat(ArpAnswer.actions(own.address(), own.mac()).stream(), Stream.of(new Action.ForgetInPort()))
                .toArray(Action[]::new)), origin);
    }

    /** Solicitations are answered through {@link Table#ND_RESPONDER}, which finishes the answer; and it answers ping. */
    private static List<Flow> neighbour(final OutsideAddress own, final Scope origin) {
        final var asked = NeighbourAnswer.request(MetadataBits.ofNetworkFromWire(own.segment()), own.address());
        final var flows = new ArrayList<>(pong(own, origin));
        flows.add(new Flow(Table.OUTSIDE, SOLICITATION, asked, Instructions.apply(NeighbourAnswer.toAsker(own.mac(),
            NeighbourAnswer.ROUTER | NeighbourAnswer.SOLICITED | NeighbourAnswer.OVERRIDE)), origin));
        flows.add(new Flow(Table.OUTSIDE, IS_IT_FREE, NeighbourAnswer.fromNobody(asked),
            Instructions.apply(NeighbourAnswer.taken(own.mac())), origin));
        return flows;
    }

    /** To the wire, or back to a machine or router on this host. */
    private static List<Flow> pong(final OutsideAddress own, final Scope origin) {
        final var actions = new ArrayList<>(PingAnswer.actions(own.address(), own.mac()));
        actions.add(new Action.ForgetInPort());
        final var back = new ArrayList<>(actions);
        back.add(new Action.Resubmit(Table.OUTSIDE));
        return List.of(
            new Flow(Table.OUTSIDE, PING, PingAnswer.request(to(MetadataBits.ofNetworkFromWire(own.segment()), own.mac()),
                own.address()), Instructions.applyAndGo(Table.WIRE, actions.toArray(Action[]::new)), origin),
            new Flow(Table.OUTSIDE, PING, PingAnswer.request(to(MetadataBits.ofNetworkFromPort(own.segment()), own.mac()),
                own.address()), Instructions.apply(back), origin));
    }

    private static Match to(final Match match, final MacAddress mac) {
        return match.with(Field.ETH_DST, mac);
    }
}
