/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Table;
import java.util.ArrayList;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.add.flow.input.instructions.instruction.instruction.apply.actions._case.apply.actions.action.action.NxActionConntrackRpcAddFlowApplyActionsCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.nx.action.conntrack.grouping.NxConntrackBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.nx.action.conntrack.grouping.nx.conntrack.CtActions;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.nx.action.conntrack.grouping.nx.conntrack.CtActionsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.ofpact.actions.ofpact.actions.NxActionCtMarkCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.ofpact.actions.ofpact.actions.nx.action.ct.mark._case.NxActionCtMarkBuilder;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint8;

/** Puts the conntrack action into OpenFlowPlugin's words (ovs-actions(7), ct). */
final class ConntrackEncoder {
    private static final int COMMIT = 1;
    /** The action's way of saying that the packet does not come back with its connection's state. */
    private static final int NO_TABLE = 255;
    /** NXM header of register 4, cut to its lower 16 bits: class 1, field 4, 4 octets; offset 0, 16 bits. */
    private static final long REG4 = 0x0001_0804L;
    private static final int LOWER_16_BITS = 15;

    private ConntrackEncoder() {
    }

    static org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.Action encode(
            final Action.Conntrack action) {
        if (action.zone() != Field.REG4) {
            throw new IllegalArgumentException("The zone of " + action + " is not in reg4");
        }
        final var nested = new ArrayList<CtActions>();
        action.mark().ifPresent(mark -> nested.add(new CtActionsBuilder().setOfpactActions(
            new NxActionCtMarkCaseBuilder().setNxActionCtMark(
                new NxActionCtMarkBuilder().setCtMark(Uint32.fromIntBits(mark)).build()).build()).build()));
        return new NxActionConntrackRpcAddFlowApplyActionsCaseBuilder().setNxConntrack(new NxConntrackBuilder()
            .setFlags(Uint16.valueOf(action.commit() ? COMMIT : 0))
            .setZoneSrc(Uint32.valueOf(REG4)).setConntrackZone(Uint16.valueOf(LOWER_16_BITS))
            .setRecircTable(Uint8.valueOf(action.next().map(Table::id).orElse(NO_TABLE)))
            .setCtActions(nested).build()).build();
    }
}
