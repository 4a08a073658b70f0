/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import io.tenantnet.impl.engine.FoundFlow;
import io.tenantnet.impl.flow.Cookies;
import io.tenantnet.impl.flow.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.Counter32;
import org.opendaylight.yang.gen.v1.urn.opendaylight.experimenter.mp.message.service.rev151020.SalExperimenterMpMessageService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.experimenter.mp.message.service.rev151020.SendExperimenterMpRequestInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.experimenter.mp.message.service.rev151020.SendExperimenterMpRequestOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.experimenter.mp.message.service.rev151020.SendExperimenterMpRequestOutputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.experimenter.mp.message.service.rev151020.send.experimenter.mp.request.output.ExperimenterCoreMessageItemBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.GetAggregateFlowStatisticsFromFlowTableForGivenMatchInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.GetAggregateFlowStatisticsFromFlowTableForGivenMatchOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.GetAggregateFlowStatisticsFromFlowTableForGivenMatchOutputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.OpendaylightFlowStatisticsService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.get.aggregate.flow.statistics.from.flow.table._for.given.match.output.AggregatedFlowStatisticsBuilder;
import org.opendaylight.yangtools.yang.common.RpcResult;
import org.opendaylight.yangtools.yang.common.RpcResultBuilder;
import org.opendaylight.yangtools.yang.common.Uint32;

class FlowReaderTest {
    private final SalExperimenterMpMessageService reading = mock(SalExperimenterMpMessageService.class);
    private final OpendaylightFlowStatisticsService counting = mock(OpendaylightFlowStatisticsService.class);
    private final List<CompletableFuture<?>> unanswered = new ArrayList<>();
    private FlowReader reader;

    @BeforeEach
    void prepare() {
        final var device = new FakeSwitch();
        reader = new FlowReader(new OpenFlowRpcs(device, device, device, counting, reading), FakeSwitch.NODE,
            MoreExecutors.directExecutor(), unanswered::add);
    }

    @Test
    void readsAllPartsOfTheAnswer() {
        when(reading.sendExperimenterMpRequest(any())).thenReturn(answer(FoundFlows.bytes(0, 1, 1),
            FoundFlows.bytes(253, 0xffff_ffff_ffffL, 1)));
        assertThat(reader.read().join()).extracting(FoundFlow::stamp).containsExactly(
            new Stamp(0, Cookies.OWNER | 1), new Stamp(253, Cookies.OWNER | 0xffff_ffff_ffffL));
        final var asked = ArgumentCaptor.forClass(SendExperimenterMpRequestInput.class);
        verify(reading).sendExperimenterMpRequest(asked.capture());
        assertThat(asked.getValue().getNode()).isEqualTo(FakeSwitch.NODE);
        assertThat(asked.getValue().getExperimenterMessageOfChoice()).isEqualTo(FlowQuestion.INSTANCE);
    }

    @Test
    void aSwitchWithoutFlowsHasNone() {
        when(reading.sendExperimenterMpRequest(any())).thenReturn(answer(new byte[0]));
        assertThat(reader.read().join()).isEmpty();
    }

    @Test
    void failsRatherThanTakeAnotherAnswerForNone() {
        when(reading.sendExperimenterMpRequest(any())).thenReturn(answer());
        assertThatThrownBy(reader.read()::join).hasCauseInstanceOf(SwitchException.class);
    }

    @Test
    void failsWhereTheSwitchRefuses() {
        when(reading.sendExperimenterMpRequest(any())).thenReturn(
            RpcResultBuilder.<SendExperimenterMpRequestOutput>failed().buildFuture());
        assertThatThrownBy(reader.read()::join).hasCauseInstanceOf(SwitchException.class);
    }

    @Test
    void failsWhereThereIsNoService() {
        when(reading.sendExperimenterMpRequest(any())).thenThrow(new IllegalStateException("no service"));
        assertThat(reader.read()).isCompletedExceptionally();
    }

    @Test
    void doesNotWaitForEver() {
        when(reading.sendExperimenterMpRequest(any())).thenReturn(SettableFuture.create());
        final var read = reader.read();
        assertThat(read).isNotDone();
        unanswered.forEach(answer -> answer.completeExceptionally(new TimeoutException()));
        assertThatThrownBy(read::join).hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void countsTenantNetsFlowsInAllTables() {
        when(counting.getAggregateFlowStatisticsFromFlowTableForGivenMatch(any())).thenReturn(count(7));
        assertThat(reader.count().join()).isEqualTo(7);
        final var counted = ArgumentCaptor.forClass(GetAggregateFlowStatisticsFromFlowTableForGivenMatchInput.class);
        verify(counting).getAggregateFlowStatisticsFromFlowTableForGivenMatch(counted.capture());
        assertThat(counted.getValue().getNode()).isEqualTo(FakeSwitch.NODE);
        assertThat(counted.getValue().getTableId()).isNull();
        assertThat(counted.getValue().getCookie().getValue().longValue()).isEqualTo(Cookies.OWNER);
        assertThat(counted.getValue().getCookieMask().getValue().longValue()).isEqualTo(Cookies.OWNER_MASK);
    }

    private static ListenableFuture<RpcResult<SendExperimenterMpRequestOutput>> answer(final byte[]... parts) {
        return RpcResultBuilder.success(new SendExperimenterMpRequestOutputBuilder().setExperimenterCoreMessageItem(
            Stream.of(parts).map(part -> new ExperimenterCoreMessageItemBuilder()
                .setExperimenterMessageOfChoice(new FlowAnswer(part)).build()).toList()).build()).buildFuture();
    }

    private static ListenableFuture<RpcResult<GetAggregateFlowStatisticsFromFlowTableForGivenMatchOutput>> count(
            final int count) {
        return RpcResultBuilder.success(new GetAggregateFlowStatisticsFromFlowTableForGivenMatchOutputBuilder()
            .setAggregatedFlowStatistics(List.of(new AggregatedFlowStatisticsBuilder()
                .setFlowCount(new Counter32(Uint32.valueOf(count))).build())).build()).buildFuture();
    }
}
