/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Placement;
import io.tenantnet.impl.resolve.Segment;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** How frames leave a host: through tunnels, over a physical network, or not at all, after the type of their network. */
final class WayOut {
    private WayOut() {
    }

    /** Sends a frame once to all others who may be in its network. */
    static List<Action> toAll(final Site here, final Placement network) {
        final var segment = network.segment();
        return switch (segment.type()) {
            case LOCAL -> List.of();
            case FLAT, VLAN -> List.of(new Action.Resubmit(Table.WIRE));
            case VXLAN, GRE, GENEVE -> tunnels(segment, Stream.concat(
                network.ports().keySet().stream().map(here.egress(segment.type())::get),
                network.wire().vteps().stream().map(here.vteps()::get)).filter(Objects::nonNull).toList());
        };
    }

    /** Sends a frame to a port on another host; empty where there is no way. */
    static Optional<Instructions> to(final Site here, final BoundPort port) {
        return to(here, port.segment(), port.hostId());
    }

    /** Sends a frame of a network to another host; empty where there is no way. */
    static Optional<Instructions> to(final Site here, final Segment segment, final String hostId) {
        return switch (segment.type()) {
            case LOCAL -> Optional.empty();
            case FLAT, VLAN -> Optional.of(Instructions.goTo(Table.WIRE));
            case VXLAN, GRE, GENEVE -> Optional.ofNullable(here.egress(segment.type()).get(hostId))
                .map(way -> Instructions.apply(tunnels(segment, List.of(way))));
        };
    }

    /** Sends a frame to a machine behind a hardware VTEP; empty where there is no way. */
    static Optional<Instructions> to(final Site here, final Segment segment, final IpAddress vtep) {
        return Optional.ofNullable(here.vteps().get(vtep))
            .map(way -> Instructions.apply(tunnels(segment, List.of(way))));
    }

    private static List<Action> tunnels(final Segment segment, final Collection<Site.Egress> ways) {
        if (ways.isEmpty()) {
            return List.of();
        }
        final var actions = new ArrayList<Action>();
        actions.add(new Action.SetField(Field.TUN_ID, segment.id()));
        for (final var way : ways) {
            way.destination().ifPresent(address -> actions.add(new Action.SetField(Field.TUN_DST, address)));
            actions.add(new Action.Output(way.ofport()));
        }
        return actions;
    }
}
