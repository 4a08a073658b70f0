/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.FlowKey;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Nat;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.resolve.ForwardedAddress;
import io.tenantnet.impl.resolve.Gateway;
import io.tenantnet.impl.resolve.ResolvedRouter;
import io.tenantnet.impl.resolve.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes {@link Table#DESTINATION_NAT}: answers to what went out pass, and errors that concern it, and what comes to
 * a port that leads to a machine, from who may use it; packets of connections that were let in are looked at as well.
 * Everything else that came to an address of the router is dropped.
 */
final class DestinationNatWriter implements TableWriter {
    private static final int ANSWERS = 100;
    private static final int FORWARDED = 90;

    @Override
    public List<Flow> ofGateway(final Site here, final ResolvedRouter router, final Gateway gateway) {
        final var ours = Packets.ofType(Translation.of(router), Packets.IPV4);
        final var origin = new Scope.OfRouter(router.id());
        return Translation.isNeeded(router) ? List.of(
            new Flow(Table.DESTINATION_NAT, ANSWERS, Connections.are(ours,
                Connections.ESTABLISHED | Connections.REPLY, Connections.INVALID), Instructions.goTo(Table.INWARD), origin),
            new Flow(Table.DESTINATION_NAT, ANSWERS, Connections.are(ours, Connections.RELATED, Connections.INVALID),
                Instructions.goTo(Table.INWARD), origin))
            : List.of();
    }

    @Override
    public List<Flow> ofForwarded(final Site here, final ForwardedAddress forwarded) {
        final var base = Translation.through(Translation.of(forwarded.zone()), forwarded.outside().address());
        final var origin = new Scope.OfFloatingIp(forwarded.id());
        // Two external ports may lead to the same port inside.
        final Map<FlowKey, Flow> flows = new LinkedHashMap<>();
        for (final var port : forwarded.ports()) {
            final var from = port.allowed().map(block -> Packets.ofType(base, Packets.IPV4).with(Field.IPV4_SRC, block))
                .orElse(Packets.ofType(base, Packets.IPV4));
            final var first = Connections.are(Packets.toPort(from.with(Field.IPV4_DST, forwarded.outside().address()),
                port.protocol(), port.externalPort()), Connections.NEW, Connections.INVALID | Connections.RELATED);
            final var later = Connections.are(Packets.toPort(from.with(Field.IPV4_DST, port.inside()),
                port.protocol(), port.internalPort()), Connections.ESTABLISHED, Connections.REPLY | Connections.INVALID);
            for (final var flow : List.of(
                    new Flow(Table.DESTINATION_NAT, FORWARDED, first, Instructions.apply(Translation.decide(
                        Nat.destination(port.inside(), port.internalPort()), Table.INWARD)), origin),
                    new Flow(Table.DESTINATION_NAT, FORWARDED, later, Instructions.goTo(Table.INWARD), origin))) {
                flows.putIfAbsent(flow.key(), flow);
            }
        }
        return List.copyOf(flows.values());
    }
}
