/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Meter;
import io.tenantnet.impl.flow.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.OutputActionCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.SetFieldCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.ApplyActionsCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.GoToTableCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.MeterCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.WriteMetadataCase;

class InstructionsEncoderTest {
    @Test
    void dropIsNoInstruction() {
        assertThat(InstructionsEncoder.encode(Instructions.DROP).nonnullInstruction()).isEmpty();
    }

    @Test
    void allKindsInTheOrderOfExecution() {
        final var list = InstructionsEncoder.encode(new Instructions(
            List.of(new Action.SetField(Field.TUN_ID, 7), new Action.Output(3)),
            Optional.of(new Instructions.Metadata(0x12, 0x1_0fff_ffffL)), Optional.of(Table.FLOOD))
            .metered(Meter.of(Meter.Use.INGRESS_BANDWIDTH, 7, Meter.Unit.KBPS, 1, 1))).getInstruction();
        assertThat(list).hasSize(4);
        for (int order = 0; order < 4; order++) {
            assertThat(list.get(order).getOrder()).isEqualTo(order);
            assertThat(list.get(order).key().getOrder()).isEqualTo(order);
        }
        final var meter = ((MeterCase) list.get(0).getInstruction()).getMeter();
        assertThat(meter.getMeterId().getValue().intValue()).isEqualTo(0x5000_0007);
        final var actions = ((ApplyActionsCase) list.get(1).getInstruction()).getApplyActions().getAction();
        assertThat(actions).extracting(action -> action.getOrder()).containsExactly(0, 1);
        assertThat(actions.get(0).getAction()).isInstanceOf(SetFieldCase.class);
        assertThat(actions.get(1).getAction()).isInstanceOf(OutputActionCase.class);
        final var metadata = ((WriteMetadataCase) list.get(2).getInstruction()).getWriteMetadata();
        assertThat(metadata.getMetadata().longValue()).isEqualTo(0x12);
        assertThat(metadata.getMetadataMask().longValue()).isEqualTo(0x1_0fff_ffffL);
        final var next = ((GoToTableCase) list.get(3).getInstruction()).getGoToTable();
        assertThat(next.getTableId().intValue()).isEqualTo(Table.FLOOD.id());
    }
}
