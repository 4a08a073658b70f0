/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.tenantnet.impl.engine.SwitchChange;
import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import java.util.List;
import java.util.stream.IntStream;

/** Flows to try things with. */
final class Flows {
    private Flows() {
    }

    static Flow sample(final int number) {
        return new Flow(Table.L2_FORWARD, 100, Match.ANY.with(Field.ETH_DST, number),
            Instructions.apply(new Action.Output(1)), new Scope.OfSwitch());
    }

    /** One that no OpenFlow switch can be told of. */
    static Flow impossible() {
        return new Flow(Table.L2_FORWARD, 100, Match.ANY.with(Field.TUN_DST, 1), Instructions.DROP,
            new Scope.OfSwitch());
    }

    static SwitchChange put(final int number) {
        return new SwitchChange.Put(sample(number));
    }

    static List<SwitchChange> puts(final int count) {
        return IntStream.range(0, count).mapToObj(Flows::put).toList();
    }
}
