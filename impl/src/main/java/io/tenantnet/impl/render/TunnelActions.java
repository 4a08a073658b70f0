/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.resolve.Segment;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How a frame is sent to other hosts. */
final class TunnelActions {
    private TunnelActions() {
    }

    /** Sends the frame, with the network's identifier on the wire, to each of the given hosts. */
    static List<Action> send(final Segment segment, final Collection<Site.Egress> ways) {
        if (ways.isEmpty()) {
            return List.of();
        }
        final var actions = new ArrayList<Action>();
        actions.add(new Action.SetField(Field.TUN_ID, segment.vni()));
        for (final var way : ways) {
            way.destination().ifPresent(address -> actions.add(new Action.SetField(Field.TUN_DST, address)));
            actions.add(new Action.Output(way.ofport()));
        }
        return actions;
    }
}
