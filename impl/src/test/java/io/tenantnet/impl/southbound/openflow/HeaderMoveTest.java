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

class HeaderMoveTest {
    /** How many bits, and the last 8 octets of what ovs-ofctl parse-actions reads as move:tcp_dst[]->reg2[0..15] and so on. */
    @ParameterizedTest
    @CsvSource({"TCP_DST, REG2, 0010, 0000140200010404", "UDP_DST, REG2, 0010, 0000180200010404",
        "SCTP_DST, REG2, 0010, 8000240200010404", "ND_TARGET, IPV6_SRC, 0080, 00012e1000012610",
        "ETH_SRC, ND_TLL, 0030, 0000040600013206", "REG2, ND_OPTIONS_TYPE, 0008, 0001040410000401",
        "REG0, ND_RESERVED, 0020, 0001000410000204"})
    void onTheWire(final Field from, final Field to, final String bits, final String headers) {
        final var buffer = Unpooled.buffer();
        new RegMoveCodec().serialize(((HeaderMove) ActionEncoder.encode(new Move(from, to))).wire(), buffer);
        assertThat(ByteBufUtil.hexDump(buffer)).isEqualTo("ffff0018000023200006" + bits + "0000" + "0000" + headers);
    }

    @Test
    void ofNoFieldWithoutAHeader() {
        assertThatThrownBy(() -> ActionEncoder.encode(new Move(Field.TCP_DST, Field.REG5)))
            .isInstanceOf(IllegalArgumentException.class);
    }
}
