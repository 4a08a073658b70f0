/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.tenantnet.impl.flow.Action.Move;
import io.tenantnet.impl.flow.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;
import org.opendaylight.openflowjava.nx.codec.action.RegMoveCodec;

class PortCopyTest {
    /** The last 8 octets of what ovs-ofctl parse-actions makes of move:tcp_dst[]->reg2[0..15] and the like. */
    @ParameterizedTest
    @CsvSource({"TCP_DST, 0000140200010404", "UDP_DST, 0000180200010404", "SCTP_DST, 8000240200010404"})
    void onTheWire(final Field port, final String headers) {
        final var buffer = Unpooled.buffer();
        new RegMoveCodec().serialize(((PortCopy) ActionEncoder.encode(new Move(port, Field.REG2))).wire(), buffer);
        assertThat(ByteBufUtil.hexDump(buffer)).isEqualTo("ffff0018000023200006" + "0010" + "0000" + "0000" + headers);
    }

    @Test
    void intoNoOtherRegister() {
        assertThatThrownBy(() -> ActionEncoder.encode(new Move(Field.TCP_DST, Field.REG5)))
            .isInstanceOf(IllegalArgumentException.class);
    }
}
