/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.tenantnet.impl.flow.Instructions;
import java.util.ArrayList;
import java.util.List;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.list.Action;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.list.ActionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.list.ActionKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.InstructionsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.ApplyActionsCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.GoToTableCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.MeterCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.WriteMetadataCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.apply.actions._case.ApplyActionsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.go.to.table._case.GoToTableBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.meter._case.MeterBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.write.metadata._case.WriteMetadataBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.list.Instruction;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.list.InstructionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.list.InstructionKey;
import org.opendaylight.yangtools.yang.common.Uint64;
import org.opendaylight.yangtools.yang.common.Uint8;

/** Puts instructions into OpenFlowPlugin's words. */
final class InstructionsEncoder {
    private InstructionsEncoder() {
    }

    /**
     * Encodes instructions (OpenFlow 1.3.5 section 7.2.4), in the order in which a switch carries them out; none at all
     * drop the packet.
     *
     * @throws IllegalArgumentException if an action can't be said to the switch
     */
    static org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.Instructions encode(
            final Instructions instructions) {
        final var list = new ArrayList<Instruction>();
        instructions.meter().ifPresent(meter -> add(list, new MeterCaseBuilder()
            .setMeter(new MeterBuilder().setMeterId(MeterMessages.id(meter.id())).build()).build()));
        if (!instructions.actions().isEmpty()) {
            add(list, new ApplyActionsCaseBuilder().setApplyActions(new ApplyActionsBuilder()
                .setAction(actions(instructions.actions())).build()).build());
        }
        instructions.metadata().ifPresent(metadata -> add(list, new WriteMetadataCaseBuilder()
            .setWriteMetadata(new WriteMetadataBuilder().setMetadata(Uint64.fromLongBits(metadata.value()))
                .setMetadataMask(Uint64.fromLongBits(metadata.mask())).build()).build()));
        instructions.next().ifPresent(table -> add(list, new GoToTableCaseBuilder()
            .setGoToTable(new GoToTableBuilder().setTableId(Uint8.valueOf(table.id())).build()).build()));
        return new InstructionsBuilder().setInstruction(list).build();
    }

    /**
     * Encodes actions that are carried out in their order.
     *
     * @throws IllegalArgumentException if one can't be said to the switch
     */
    static List<Action> actions(final List<io.tenantnet.impl.flow.Action> actions) {
        final var list = new ArrayList<Action>(actions.size());
        for (final var action : actions) {
            list.add(new ActionBuilder().withKey(new ActionKey(list.size())).setOrder(list.size())
                .setAction(ActionEncoder.encode(action)).build());
        }
        return list;
    }

    private static void add(final List<Instruction> list,
            final org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.Instruction one) {
        list.add(new InstructionBuilder().withKey(new InstructionKey(list.size())).setOrder(list.size())
            .setInstruction(one).build());
    }
}
