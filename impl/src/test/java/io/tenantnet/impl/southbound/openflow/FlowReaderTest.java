/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import io.tenantnet.impl.engine.FoundFlow;
import io.tenantnet.impl.engine.InstalledFlow;
import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Cookies;
import io.tenantnet.impl.flow.Instructions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.Counter32;
import org.opendaylight.yang.gen.v1.urn.opendaylight.direct.statistics.rev160511.GetFlowStatisticsInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.direct.statistics.rev160511.GetFlowStatisticsOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.direct.statistics.rev160511.GetFlowStatisticsOutputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.direct.statistics.rev160511.OpendaylightDirectStatisticsService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.experimenter.mp.message.service.rev151020.SalExperimenterMpMessageService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.FlowId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.GetAggregateFlowStatisticsFromFlowTableForGivenMatchInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.GetAggregateFlowStatisticsFromFlowTableForGivenMatchOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.GetAggregateFlowStatisticsFromFlowTableForGivenMatchOutputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.OpendaylightFlowStatisticsService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.flow.and.statistics.map.list.FlowAndStatisticsMapListBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.get.aggregate.flow.statistics.from.flow.table._for.given.match.output.AggregatedFlowStatisticsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.statistics.types.rev130925.GenericStatistics;
import org.opendaylight.yangtools.yang.common.RpcResult;
import org.opendaylight.yangtools.yang.common.RpcResultBuilder;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint8;

class FlowReaderTest {
    private static final InstalledFlow ONE = new InstalledFlow(0, Cookies.OWNER | 1);
    private static final InstalledFlow TWO = new InstalledFlow(253, Cookies.OWNER | 0xffff_ffff_ffffL);

    private final OpendaylightDirectStatisticsService reading = mock(OpendaylightDirectStatisticsService.class);
    private final OpendaylightFlowStatisticsService counting = mock(OpendaylightFlowStatisticsService.class);
    private final List<CompletableFuture<?>> unanswered = new ArrayList<>();
    private FlowReader reader;

    @BeforeEach
    void prepare() {
        final var device = new FakeSwitch();
        reader = new FlowReader(new OpenFlowRpcs(device, device, device, reading, counting,
            mock(SalExperimenterMpMessageService.class)), FakeSwitch.NODE,
            MoreExecutors.directExecutor(), unanswered::add);
    }

    @Test
    void readsTableAndCookie() {
        when(reading.getFlowStatistics(any())).thenReturn(flows(ONE, TWO));
        when(counting.getAggregateFlowStatisticsFromFlowTableForGivenMatch(any())).thenReturn(count(2));
        assertThat(read()).containsExactly(ONE, TWO);
    }

    @Test
    void asksForTenantNetsFlowsInAllTables() {
        when(reading.getFlowStatistics(any())).thenReturn(flows());
        when(counting.getAggregateFlowStatisticsFromFlowTableForGivenMatch(any())).thenReturn(count(0));
        assertThat(reader.read().join()).isEmpty();
        final var read = ArgumentCaptor.forClass(GetFlowStatisticsInput.class);
        verify(reading).getFlowStatistics(read.capture());
        assertThat(read.getValue().getNode()).isEqualTo(FakeSwitch.NODE);
        assertThat(read.getValue().isStoreStats()).isFalse();
        assertThat(read.getValue().getTableId()).isNull();
        assertThat(read.getValue().getMatch()).isNull();
        assertThat(read.getValue().getCookie().getValue().longValue()).isEqualTo(Cookies.OWNER);
        assertThat(read.getValue().getCookieMask().getValue().longValue()).isEqualTo(Cookies.OWNER_MASK);
        final var counted = ArgumentCaptor.forClass(GetAggregateFlowStatisticsFromFlowTableForGivenMatchInput.class);
        verify(counting).getAggregateFlowStatisticsFromFlowTableForGivenMatch(counted.capture());
        assertThat(counted.getValue().getNode()).isEqualTo(FakeSwitch.NODE);
        assertThat(counted.getValue().getTableId()).isNull();
        assertThat(counted.getValue().getCookie()).isEqualTo(read.getValue().getCookie());
        assertThat(counted.getValue().getCookieMask()).isEqualTo(read.getValue().getCookieMask());
    }

    @Test
    void readsManyInSlicesThatTogetherAreAll() {
        final var flows = IntStream.range(0, 3 * FlowReader.SLICE)
            .mapToObj(i -> new InstalledFlow(100, Flows.sample(i).cookie())).toList();
        final var sizes = new ArrayList<Integer>();
        when(counting.getAggregateFlowStatisticsFromFlowTableForGivenMatch(any())).thenReturn(count(flows.size()));
        when(reading.getFlowStatistics(any())).thenAnswer(call -> {
            final GetFlowStatisticsInput input = call.getArgument(0);
            final long mask = input.getCookieMask().getValue().longValue();
            final var slice = flows.stream().filter(
                flow -> (flow.cookie() & mask) == input.getCookie().getValue().longValue()).toList();
            sizes.add(slice.size());
            return flows(slice.toArray(InstalledFlow[]::new));
        });
        assertThat(read()).containsExactlyInAnyOrderElementsOf(flows);
        assertThat(sizes).hasSize(4).allSatisfy(size -> assertThat(size).isBetween(600, 900));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "1000, 1", "1001, 2", "2001, 4", "4000, 4", "4001, 8", "100000, 128"})
    void countOfSlices(final int count, final int slices) {
        when(counting.getAggregateFlowStatisticsFromFlowTableForGivenMatch(any())).thenReturn(count(count), count(0));
        when(reading.getFlowStatistics(any())).thenReturn(flows());
        assertThat(reader.read().join()).isEmpty();
        verify(reading, times(count == 0 ? 1 : slices + 1)).getFlowStatistics(any());
    }

    @Test
    void readsAgainWhereSomeAreMissing() {
        when(reading.getFlowStatistics(any())).thenReturn(flows(ONE)).thenReturn(flows(ONE, TWO));
        when(counting.getAggregateFlowStatisticsFromFlowTableForGivenMatch(any())).thenReturn(count(2));
        assertThat(read()).containsExactly(ONE, TWO);
    }

    @Test
    void failsRatherThanGiveAPart() {
        when(reading.getFlowStatistics(any())).thenReturn(flows(ONE));
        when(counting.getAggregateFlowStatisticsFromFlowTableForGivenMatch(any())).thenReturn(count(2));
        final var read = reader.read();
        assertThatThrownBy(read::join).isInstanceOf(CompletionException.class)
            .hasCauseInstanceOf(SwitchException.class).hasMessageContaining("2 flows").hasMessageContaining("only 1");
        verify(reading, times(2)).getFlowStatistics(any());
    }

    @Test
    void failsWhereTheSwitchRefuses() {
        when(reading.getFlowStatistics(any())).thenReturn(Futures.immediateFuture(
            RpcResultBuilder.<GetFlowStatisticsOutput>failed().build()));
        when(counting.getAggregateFlowStatisticsFromFlowTableForGivenMatch(any())).thenReturn(count(2));
        assertThatThrownBy(reader.read()::join).hasCauseInstanceOf(SwitchException.class);
    }

    @Test
    void failsWhereThereIsNoService() {
        when(reading.getFlowStatistics(any())).thenThrow(new IllegalStateException("no service"));
        assertThat(reader.read()).isCompletedExceptionally();
    }

    @Test
    void doesNotWaitForEver() {
        when(reading.getFlowStatistics(any())).thenReturn(SettableFuture.create());
        when(counting.getAggregateFlowStatisticsFromFlowTableForGivenMatch(any())).thenReturn(count(0));
        final var read = reader.read();
        assertThat(read).isNotDone();
        unanswered.forEach(answer -> answer.completeExceptionally(new TimeoutException()));
        assertThatThrownBy(read::join).hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void tellsWhetherAFlowSaysSomethingElse() {
        when(counting.getAggregateFlowStatisticsFromFlowTableForGivenMatch(any())).thenReturn(count(1));
        when(reading.getFlowStatistics(any())).thenReturn(doing(1), doing(1), doing(2));
        final var first = reader.read().join();
        assertThat(reader.read().join()).isEqualTo(first);
        final var changed = reader.read().join().get(0);
        assertThat(changed.stamp()).isEqualTo(first.get(0).stamp());
        assertThat(changed).isNotEqualTo(first.get(0));
    }

    private static ListenableFuture<RpcResult<GetFlowStatisticsOutput>> doing(final int port) {
        return RpcResultBuilder.success(new GetFlowStatisticsOutputBuilder().setFlowAndStatisticsMapList(List.of(
            new FlowAndStatisticsMapListBuilder().setFlowId(new FlowId("f")).setTableId(Uint8.valueOf(ONE.table()))
                .setCookie(FlowMessages.cookie(ONE.cookie())).setInstructions(InstructionsEncoder.encode(
                    Instructions.apply(new Action.Output(port)))).build())).build()).buildFuture();
    }

    private List<InstalledFlow> read() {
        return reader.read().join().stream().map(FoundFlow::stamp).toList();
    }

    private static ListenableFuture<RpcResult<GetFlowStatisticsOutput>> flows(final InstalledFlow... flows) {
        return RpcResultBuilder.success(new GetFlowStatisticsOutputBuilder()
            .setFlowAndStatisticsMapList(Stream.of(flows).map(flow -> new FlowAndStatisticsMapListBuilder()
                .setFlowId(new FlowId("f" + flow.cookie())).setTableId(Uint8.valueOf(flow.table()))
                .setCookie(FlowMessages.cookie(flow.cookie())).build()).toList()).build()).buildFuture();
    }

    private static ListenableFuture<RpcResult<GetAggregateFlowStatisticsFromFlowTableForGivenMatchOutput>> count(
            final int count) {
        return RpcResultBuilder.success(new GetAggregateFlowStatisticsFromFlowTableForGivenMatchOutputBuilder()
            .setAggregatedFlowStatistics(List.of(new AggregatedFlowStatisticsBuilder()
                .setFlowCount(new Counter32(Uint32.valueOf(count))).build())).build()).buildFuture();
    }
}
