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
import io.tenantnet.impl.resolve.ResolvedRouter;
import io.tenantnet.impl.resolve.RouterInterface;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes {@link Table#ND_RESPONDER}: solicitations for the address of a known port or router are answered on the sender's
 * host (RFC 4861 section 7.2.4); all other packets go on as they are.
 *
 * <p>An answer is made in two steps. Open vSwitch lets no flow that matches a solicitation write what only an
 * advertisement has; so the flow of the address makes an advertisement of the packet and sends it through this table once
 * more, where one flow for all addresses does the rest. In between, register 0 holds the advertisement's flags, register 2
 * the type of its option, which no other packet in this table has, and the sender is the MAC address that is told.
 */
final class NdResponderWriter implements TableWriter {
    private static final int HALF_ANSWERED = 300;
    private static final int IS_ROUTERS_FREE = 250;
    private static final int IS_IT_FREE = 200;
    private static final int KNOWN = 100;
    private static final int OTHER = 0;

    @Override
    public List<Flow> ofSwitch(final Site here) {
        final var origin = new Scope.OfSwitch();
        return List.of(
            new Flow(Table.ND_RESPONDER, HALF_ANSWERED,
                Packets.icmpv6(Packets.ofType(Match.ANY, Packets.IPV6), Packets.NEIGHBOUR_ADVERTISEMENT)
                    .with(Field.REG2, NeighbourAnswer.TARGET_LINK_LAYER_ADDRESS),
                Instructions.applyAndGo(Table.ANSWER,
                    new Action.Move(Field.ND_TARGET, Field.IPV6_SRC),
                    new Action.Move(Field.ETH_SRC, Field.ND_TLL),
                    new Action.Move(Field.REG2, Field.ND_OPTIONS_TYPE),
                    new Action.Move(Field.REG0, Field.ND_RESERVED)), origin),
            // Whoever has the address answers for himself, and nobody where it is free (RFC 4862 section 5.4).
            new Flow(Table.ND_RESPONDER, IS_IT_FREE, NeighbourAnswer.fromNobody(NeighbourAnswer.request(Match.ANY)),
                Instructions.goTo(Table.DHCP), origin),
            new Flow(Table.ND_RESPONDER, OTHER, Match.ANY, Instructions.goTo(Table.DHCP), origin));
    }

    @Override
    public List<Flow> ofPort(final Site here, final BoundPort port) {
        return NeighbourAnswer.addresses(port.port().fixedIps().stream().map(FixedIp::address).toList(), port.port().mac())
            .map(ip -> new Flow(Table.ND_RESPONDER, KNOWN,
                NeighbourAnswer.request(MetadataBits.ofNetworkFromPort(port.segment()), ip),
                Instructions.apply(NeighbourAnswer.toAsker(port.port().mac(),
                    NeighbourAnswer.SOLICITED | NeighbourAnswer.OVERRIDE)), new Scope.OfPort(port.port().id())))
            .toList();
    }

    @Override
    public List<Flow> ofRouter(final Site here, final ResolvedRouter router, final RouterInterface entry) {
        final var origin = new Scope.OfRouter(router.id());
        final var flows = new ArrayList<Flow>();
        NeighbourAnswer.addresses(entry.addresses(), entry.mac()).forEach(ip -> {
            final var asked = NeighbourAnswer.request(MetadataBits.ofNetworkFromPort(entry.segment()), ip);
            flows.add(new Flow(Table.ND_RESPONDER, KNOWN, asked, Instructions.apply(NeighbourAnswer.toAsker(entry.mac(),
                NeighbourAnswer.ROUTER | NeighbourAnswer.SOLICITED | NeighbourAnswer.OVERRIDE)), origin));
            // No machine is there that could say for itself that the address is taken.
            flows.add(new Flow(Table.ND_RESPONDER, IS_ROUTERS_FREE, NeighbourAnswer.fromNobody(asked),
                Instructions.apply(NeighbourAnswer.taken(entry.mac())), origin));
        });
        return flows;
    }
}
