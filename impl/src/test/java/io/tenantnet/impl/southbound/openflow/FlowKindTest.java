/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.Bytes;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.tenantnet.impl.engine.FoundFlow;
import io.tenantnet.impl.flow.Cookies;
import io.tenantnet.impl.flow.Stamp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opendaylight.openflowjava.protocol.api.extensibility.OFDeserializer;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.flow.and.statistics.map.list.FlowAndStatisticsMapListBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.multipart.reply.multipart.reply.body.MultipartReplyFlowStats;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.multipart.reply.multipart.reply.body.MultipartReplyFlowStatsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.multipart.types.rev170112.multipart.reply.MultipartReplyBody;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.experimenter.types.rev151020.multipart.reply.multipart.reply.body.MultipartReplyExperimenter;
import org.opendaylight.yangtools.yang.common.Uint8;

class FlowKindTest {
    private final FlowKind kind = new FlowKind();
    private final List<String> decoded = new ArrayList<>();
    private final OFDeserializer<MultipartReplyBody> theirs = message -> {
        decoded.add(ByteBufUtil.hexDump(message));
        return new MultipartReplyFlowStatsBuilder().setFlowAndStatisticsMapList(List.of(
            new FlowAndStatisticsMapListBuilder().setTableId(Uint8.valueOf(9)).build())).build();
    };

    @Test
    void theQuestionIsOneForTenantNetsFlowsInAllTables() {
        final ByteBuf out = Unpooled.buffer();
        kind.write(FlowQuestion.INSTANCE, out);
        assertThat(ByteBufUtil.hexDump(out)).isEqualTo("ff000000ffffffffffffffff00000000"
            + "544e000000000000ffff000000000000" + "0001000400000000");
    }

    @Test
    void whereAFlowStandsAndItsCookieAreRead() {
        assertThat(flows(FoundFlows.bytes(0, 1, 1), FoundFlows.bytes(253, 0xffff_ffff_ffffL, 2)))
            .extracting(FoundFlow::stamp).containsExactly(new Stamp(0, Cookies.OWNER | 1),
                new Stamp(253, Cookies.OWNER | 0xffff_ffff_ffffL));
        assertThat(flows()).isEmpty();
    }

    @Test
    void whetherAFlowIsAsBeforeIsToldFromWhatItMatchesAndDoesAlone() {
        final var flow = flows(FoundFlows.bytes(3, 1, 1, 10)).get(0);
        assertThat(flows(FoundFlows.bytes(3, 1, 1, 99)).get(0)).isEqualTo(flow);
        assertThat(flows(FoundFlows.bytes(3, 1, 2, 10)).get(0).content()).isNotEqualTo(flow.content());
        final var lasting = FoundFlows.bytes(3, 1, 1, 10);
        // Its idle timeout.
        lasting[15] = 5;
        assertThat(flows(lasting).get(0).content()).isNotEqualTo(flow.content());
    }

    @Test
    void bytesThatAreNoFlowsAreRefused() {
        final var empty = FoundFlows.bytes(3, 1, 1);
        empty[0] = 0;
        empty[1] = 0;
        final var tooLong = FoundFlows.bytes(3, 1, 1);
        tooLong[1]++;
        for (final var wrong : List.of(empty, tooLong)) {
            assertThatThrownBy(() -> flows(FoundFlows.bytes(0, 1, 1), wrong)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bytes");
        }
    }

    @Test
    void whatOpenFlowPluginAskedForItDecodesItself() {
        final var message = Unpooled.wrappedBuffer(FoundFlows.bytes(0, 1, 1));
        final var answer = kind.read(message, theirs);
        assertThat(message.readableBytes()).isZero();
        assertThat(((MultipartReplyExperimenter) answer).getExperimenterMessageOfChoice()).isInstanceOf(FlowAnswer.class);
        assertThat(decoded).isEmpty();
        assertThat(((MultipartReplyFlowStats) answer).getFlowAndStatisticsMapList().get(0).getTableId().intValue())
            .isEqualTo(9);
        assertThat(decoded).containsExactly(ByteBufUtil.hexDump(FoundFlows.bytes(0, 1, 1)));
    }

    private List<FoundFlow> flows(final byte[]... flows) {
        final var answer = (MultipartReplyExperimenter) kind.read(Unpooled.wrappedBuffer(Bytes.concat(flows)), theirs);
        return ((FlowAnswer) answer.getExperimenterMessageOfChoice()).flows();
    }
}
