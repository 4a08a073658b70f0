/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Segment;
import io.tenantnet.impl.resolve.Site;
import java.util.List;
import java.util.Optional;

/**
 * To which tenant port a packet is going: from the tables that choose it on, register 7 holds the OpenFlow number of its
 * interface in the lower 16 bits and above them the VLAN that tells apart several ports behind one. A register and not
 * metadata, because a flooded packet goes to several, one after the other.
 */
public final class Delivery {
    private static final int VLAN_SHIFT = 16;

    private Delivery() {
    }

    /** Chooses a port. */
    static Action to(final BoundPort port) {
        return new Action.SetField(Field.REG7, key(port));
    }

    /** Sends a packet of the controller's out of a port. */
    public static List<Action> outOf(final BoundPort port) {
        return List.of(to(port), new Action.Resubmit(Table.DELIVER));
    }

    /** Sends a packet of the controller's out into the physical network of a network; empty where the host has no way. */
    public static Optional<List<Action>> toWire(final Site here, final Segment segment) {
        return segment.network().physicalNetwork().map(here.providers()::get)
            .map(ofport -> WireWriter.out(segment, ofport, Optional.empty()));
    }

    /** Packets that are going to a port. */
    static Match at(final BoundPort port) {
        return at(Match.ANY, port);
    }

    /** Those of some packets that are going to a port. */
    static Match at(final Match match, final BoundPort port) {
        return match.with(Field.REG7, key(port));
    }

    private static int key(final BoundPort port) {
        return port.place().vlan() << VLAN_SHIFT | port.ofport();
    }
}
