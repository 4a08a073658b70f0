/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Table;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.add.flow.input.instructions.instruction.instruction.apply.actions._case.apply.actions.action.action.NxActionConntrackRpcAddFlowApplyActionsCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.nx.action.conntrack.grouping.NxConntrack;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.ofpact.actions.ofpact.actions.NxActionCtMarkCase;

class ConntrackEncoderTest {
    private static NxConntrack encode(final Action.Conntrack action) {
        return ((NxActionConntrackRpcAddFlowApplyActionsCase) ActionEncoder.encode(action)).getNxConntrack();
    }

    @Test
    void lookUp() {
        final var encoded = encode(new Action.Conntrack(false, Field.REG4, Optional.of(Table.EGRESS_PORTS),
            OptionalInt.empty()));
        assertThat(encoded.getFlags().intValue()).isZero();
        assertThat(encoded.getRecircTable().intValue()).isEqualTo(71);
        assertThat(encoded.getZoneSrc().longValue()).isEqualTo(0x0001_0804L);
        assertThat(encoded.getConntrackZone().intValue()).as("offset 0, 16 bits").isEqualTo(15);
        assertThat(encoded.getCtActions()).isEmpty();
    }

    @Test
    void commitWithMark() {
        final var encoded = encode(new Action.Conntrack(true, Field.REG4, Optional.empty(), OptionalInt.of(1)));
        assertThat(encoded.getFlags().intValue()).isEqualTo(1);
        assertThat(encoded.getRecircTable().intValue()).as("no table").isEqualTo(255);
        assertThat(((NxActionCtMarkCase) encoded.getCtActions().get(0).getOfpactActions()).getNxActionCtMark()
            .getCtMark().longValue()).isEqualTo(1);
    }

    @Test
    void otherZonesAreRefused() {
        final var action = new Action.Conntrack(true, Field.REG5, Optional.empty(), OptionalInt.empty());
        assertThatThrownBy(() -> ActionEncoder.encode(action)).isInstanceOf(IllegalArgumentException.class);
    }
}
