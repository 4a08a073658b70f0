/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Nat;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.net.IpAddress;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.opendaylight.openflowjava.nx.codec.action.ConntrackCodec;
import org.opendaylight.openflowplugin.extension.vendor.nicira.convertor.action.ConntrackConvertor;
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

    /** What ovs-ofctl parse-actions makes of ct(commit,table=87,zone=NXM_NX_REG1[0..15],nat(src=192.0.2.1)). */
    @Test
    void sourceNatOnTheWire() {
        assertThat(wire(true, Nat.source(IpAddress.parse("192.0.2.1")))).isEqualTo(
            "ffff0030000023200023" + "0001" + "00010204000f" + "57" + "0000000000"
                + "ffff0018000023200024" + "0000" + "0001" + "0001" + "c0000201" + "00000000");
    }

    @Test
    void destinationNatOnTheWire() {
        assertThat(wire(true, Nat.destination(IpAddress.parse("10.0.0.1"), 80))).isEqualTo(
            "ffff0030000023200023" + "0001" + "00010204000f" + "57" + "0000000000"
                + "ffff0018000023200024" + "0000" + "0002" + "0011" + "0a000001" + "0050" + "0000");
    }

    private static String wire(final boolean commit, final Nat nat) {
        final var action = new ConntrackConvertor().convert(ActionEncoder.encode(new Action.Conntrack(commit,
            Field.REG1, Optional.of(Table.SOURCE_NAT), OptionalInt.empty(), Optional.of(nat))));
        final var buffer = Unpooled.buffer();
        new ConntrackCodec().serialize(action, buffer);
        return ByteBufUtil.hexDump(buffer);
    }

    @Test
    void otherZonesAreRefused() {
        final var action = new Action.Conntrack(true, Field.REG5, Optional.empty(), OptionalInt.empty());
        assertThatThrownBy(() -> ActionEncoder.encode(action)).isInstanceOf(IllegalArgumentException.class);
    }
}
