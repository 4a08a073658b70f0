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
import io.tenantnet.impl.net.MacAddress;
import io.tenantnet.impl.resolve.FloatingAddress;
import io.tenantnet.impl.resolve.Gateway;
import io.tenantnet.impl.resolve.ResolvedRouter;
import io.tenantnet.impl.resolve.RouterInterface;
import io.tenantnet.impl.resolve.Segment;
import io.tenantnet.impl.resolve.Site;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes {@link Table#OUTWARD}. A machine with a floating IP goes out from it, on the host where that is; all others go to
 * the gateway host, as they left the machine, and out from there.
 */
final class OutwardWriter implements TableWriter {
    private static final int FLOATING = 200;
    private static final int GATEWAY = 100;

    @Override
    public List<Flow> ofEntry(final Site here, final ResolvedRouter router, final RouterInterface entry) {
        return router.gateway().filter(gateway -> !gateway.hostId().equals(here.hostId()))
            .flatMap(gateway -> WayOut.to(here, entry.segment(), gateway.hostId()))
            .map(way -> new Flow(Table.OUTWARD, GATEWAY,
                to(MetadataBits.ofNetworkFromPort(entry.segment()), entry.mac()), way, new Scope.OfRouter(router.id())))
            .stream().toList();
    }

    @Override
    public List<Flow> ofGateway(final Site here, final ResolvedRouter router, final Gateway gateway) {
        return router.interfaces().stream().flatMap(entry -> Stream.of(Packets.IPV4, Packets.IPV6).map(type -> {
            final boolean translated = type == Packets.IPV4 && Translation.isNeeded(router);
            return new Flow(Table.OUTWARD, GATEWAY,
                Packets.ofType(to(MetadataBits.ofNetwork(entry.segment()), entry.mac()), type),
                leave(gateway.segment(), translated ? Table.TRANSLATE : Table.NEXT_HOP_OUTSIDE,
                    new Action.DecTtl(), new Action.SetField(Field.ETH_SRC, gateway.mac()),
                    Translation.by(router.zone())), new Scope.OfRouter(router.id()));
        })).toList();
    }

    @Override
    public List<Flow> ofFloating(final Site here, final FloatingAddress floating) {
        final var entry = floating.entry();
        final var outside = floating.outside();
        return List.of(new Flow(Table.OUTWARD, FLOATING,
            Packets.from(to(MetadataBits.ofNetwork(entry.segment()), entry.mac()), floating.inside()),
            leave(outside.segment(), Table.NEXT_HOP_OUTSIDE, new Action.DecTtl(),
                new Action.SetField(Field.ETH_SRC, outside.mac()),
                new Action.SetField(Field.IPV4_SRC, outside.address()), Translation.by(floating.zone())),
            new Scope.OfFloatingIp(floating.id())));
    }

    private static Match to(final Match match, final MacAddress router) {
        return match.with(Field.ETH_DST, router);
    }

    private static Instructions leave(final Segment outside, final Table next, final Action... actions) {
        return new Instructions(List.of(actions), Optional.of(MetadataBits.sentTo(outside)), Optional.of(next));
    }
}
