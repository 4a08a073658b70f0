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
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@link Table#NEXT_ROUTER}. The packet has the other router's MAC address and network, and goes through
 * {@link Table#ROUTER} once more; register 6 counts how often. Routes that lead round in a circle end here, before the
 * packet's TTL does: Open vSwitch gives up and complains where a packet goes back to former tables more than 64 times.
 */
final class NextRouterWriter implements TableWriter {
    private static final int HANDED_ON = 100;
    private static final int TOO_OFTEN = 0;
    /** How often a packet is handed on. */
    private static final int MOST = 8;

    /** Packets that no router has handed on yet. */
    static Match fresh(final Match match) {
        return match.with(Field.REG6, 0);
    }

    /** Begins to count anew. */
    static Action refresh() {
        return new Action.SetField(Field.REG6, 0);
    }

    @Override
    public List<Flow> ofSwitch(final Site here) {
        final var flows = new ArrayList<Flow>();
        for (int times = 0; times < MOST; times++) {
            flows.add(new Flow(Table.NEXT_ROUTER, HANDED_ON, Match.ANY.with(Field.REG6, times),
                Instructions.apply(new Action.SetField(Field.REG6, times + 1), new Action.Resubmit(Table.ROUTER)),
                new Scope.OfSwitch()));
        }
        flows.add(new Flow(Table.NEXT_ROUTER, TOO_OFTEN, Match.ANY, Instructions.DROP, new Scope.OfSwitch()));
        return flows;
    }
}
