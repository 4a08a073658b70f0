/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Vlan;
import io.tenantnet.impl.resolve.BoundPort;
import java.util.ArrayList;
import java.util.List;

/** How frames are handed to a machine: with the VLAN tag of the port where that is a sub-port of a trunk. */
final class Tagging {
    private Tagging() {
    }

    /** Sends a frame to a port's machine; afterwards the frame is as it was, for others who are to get it too. */
    static List<Action> out(final BoundPort port, final int ofport) {
        final int vlan = port.place().vlan();
        final var output = new Action.Output(ofport);
        if (vlan == 0) {
            return List.of(output);
        }
        final var actions = new ArrayList<>(Vlan.push(vlan));
        actions.add(output);
        actions.add(new Action.PopVlan());
        return List.copyOf(actions);
    }
}
