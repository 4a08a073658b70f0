/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Meter;
import io.tenantnet.impl.resolve.BoundPort;

/** Hands packets of machines to the controller, not faster than it is good for the other machines. */
final class Punt {
    /** Packets a second, of one port for all purposes. */
    private static final int RATE = 20;
    /** What a machine may send at once: several clients start at the same time, each of which tries again. */
    private static final int BURST = 20;

    private Punt() {
    }

    /** What a flow does that hands a port's packets to the controller. */
    static Instructions of(final BoundPort port) {
        return Instructions.apply(new Action.ToController()).metered(
            Meter.of(Meter.Use.TO_CONTROLLER, port.number(), Meter.Unit.PKTPS, RATE, BURST));
    }
}
