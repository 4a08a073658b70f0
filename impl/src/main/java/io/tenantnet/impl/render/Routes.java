/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.resolve.RoutePath;
import java.util.ArrayList;
import java.util.Optional;

/** What a router does with a packet that it routes to one of its networks. */
final class Routes {
    /** Plus the length of the prefix, so that the longest counts. */
    private static final int LOWEST = 1000;

    private Routes() {
    }

    static int priority(final Cidr destination) {
        return LOWEST + destination.length();
    }

    static Instructions along(final RoutePath path, final Instructions.Metadata metadata) {
        final var actions = new ArrayList<Action>();
        actions.add(new Action.DecTtl());
        actions.add(new Action.SetField(Field.ETH_SRC, path.exit().mac()));
        path.nextHop().ifPresent(mac -> actions.add(new Action.SetField(Field.ETH_DST, mac)));
        return new Instructions(actions, Optional.of(metadata),
            Optional.of(path.router().isPresent() ? Table.NEXT_ROUTER
                : path.nextHop().isPresent() ? Table.L2_FORWARD : Table.NEXT_HOP));
    }
}
