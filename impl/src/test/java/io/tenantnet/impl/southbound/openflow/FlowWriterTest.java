/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.google.common.util.concurrent.MoreExecutors;
import io.tenantnet.impl.engine.SwitchChange;
import io.tenantnet.impl.flow.Meter;
import io.tenantnet.impl.engine.Refusal;
import io.tenantnet.impl.flow.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.opendaylight.yang.gen.v1.urn.opendaylight.experimenter.mp.message.service.rev151020.SalExperimenterMpMessageService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.OpendaylightFlowStatisticsService;

class FlowWriterTest {
    private static final int BATCH = FlowWriter.BATCH;

    private final FakeSwitch device = new FakeSwitch();
    private final List<CompletableFuture<?>> unconfirmed = new ArrayList<>();
    private final FlowWriter writer = new FlowWriter(new OpenFlowRpcs(device, device, device,
        mock(OpendaylightFlowStatisticsService.class),
        mock(SalExperimenterMpMessageService.class)),
        new FlowMessages(FakeSwitch.NODE), MoreExecutors.newSequentialExecutor(MoreExecutors.directExecutor()),
        unconfirmed::add);

    @Test
    void sendsAllInOrderAndOneBarrier() {
        final var stray = new Stamp(100, 0x544e_0000_0000_0001L);
        final var done = writer.write(List.of(Flows.put(1), new SwitchChange.Remove(Flows.sample(2)),
            new SwitchChange.RemoveStray(stray)));
        assertThat(device.received).containsExactly(Flows.sample(1).cookie(), -Flows.sample(2).cookie(),
            -stray.cookie(), 0L);
        assertThat(done).isNotDone();
        device.answerAll();
        assertThat(done).isCompletedWithValue(List.of());
    }

    @Test
    void aMeterIsRemovedBeforeItIsMade() {
        final var meter = Meter.of(Meter.Use.TO_CONTROLLER, 7, Meter.Unit.PKTPS, 10, 20);
        device.refused.add((long) meter.id());
        final var done = writer.write(List.of(new SwitchChange.PutMeter(meter), new SwitchChange.RemoveMeter(9)));
        assertThat(device.received).containsExactly(-0x6000_0007L, 0x6000_0007L, -9L, 0L);
        device.answerAll();
        assertThat(done.join()).extracting(Refusal::change).containsExactly(new SwitchChange.PutMeter(meter));
    }

    @Test
    void nothingToSend() {
        assertThat(writer.write(List.of())).isCompletedWithValue(List.of());
        assertThat(device.received).isEmpty();
    }

    @Test
    void tellsWhichFlowsTheSwitchRefused() {
        device.refused.add(Flows.sample(2).cookie());
        final var done = writer.write(Flows.puts(4));
        device.answerAll();
        assertThat(done).isCompletedWithValue(
            List.of(new Refusal(Flows.put(2), "Device reported error type X code Y")));
    }

    @Test
    void whatCannotBeSaidIsRefusedAlone() {
        final var impossible = new SwitchChange.Put(Flows.impossible());
        final var done = writer.write(List.of(Flows.put(1), impossible, Flows.put(2)));
        device.answerAll();
        assertThat(device.received).containsExactly(Flows.sample(1).cookie(), Flows.sample(2).cookie(), 0L);
        assertThat(done.join()).hasSize(1).first().satisfies(refusal -> {
            assertThat(refusal.change()).isEqualTo(impossible);
            assertThat(refusal.reason()).contains("tun_dst");
        });
    }

    @Test
    void quotaUsedUpByOthersIsARefusal() {
        device.quota = 2;
        final var done = writer.write(Flows.puts(3));
        device.answerAll();
        assertThat(done).isCompletedWithValue(List.of(new Refusal(Flows.put(2), "Request quota exceeded")));
    }

    @Test
    void atMostTwoBatchesAreUnanswered() {
        final var done = writer.write(Flows.puts(3 * BATCH + 1));
        assertThat(device.requestsUnanswered()).isEqualTo(2 * (BATCH + 1));
        device.answerBarrier();
        assertThat(device.requestsUnanswered()).isEqualTo(2 * (BATCH + 1));
        device.answerBarrier();
        assertThat(device.requestsUnanswered()).isEqualTo(BATCH + 1 + 2);
        device.answerBarrier();
        assertThat(done).isNotDone();
        device.answerBarrier();
        assertThat(done).isCompletedWithValue(List.of());
        final var expected = new ArrayList<Long>();
        for (int i = 0; i < 3 * BATCH + 1; i++) {
            expected.add(Flows.sample(i).cookie());
        }
        assertThat(device.received.stream().filter(entry -> entry != 0).toList()).isEqualTo(expected);
    }

    @Test
    void oneAfterTheOther() {
        final var first = writer.write(Flows.puts(BATCH + 1));
        final var second = writer.write(List.of(Flows.put(BATCH + 1)));
        device.answerBarrier();
        device.answerBarrier();
        assertThat(first).isCompletedWithValue(List.of());
        assertThat(second).isNotDone();
        device.answerAll();
        assertThat(second).isCompletedWithValue(List.of());
    }

    @Test
    void unconfirmedIsAFailure() {
        final var done = writer.write(Flows.puts(2));
        device.connected = false;
        device.answerAll();
        assertThat(done).isCompletedExceptionally();
        device.connected = true;
        final var next = writer.write(Flows.puts(1));
        device.answerAll();
        assertThat(next).isCompletedWithValue(List.of());
    }

    @Test
    void exceptionsOfOpenFlowPluginAreFailures() {
        device.gone = true;
        assertThat(writer.write(Flows.puts(3 * BATCH))).isCompletedExceptionally();
        device.gone = false;
        final var next = writer.write(Flows.puts(1));
        device.answerAll();
        assertThat(next).isCompletedWithValue(List.of());
    }

    @Test
    void whatIsNeverAnsweredIsAFailureAndOthersGoOn() {
        final var done = writer.write(Flows.puts(1));
        final var next = writer.write(Flows.puts(1));
        device.answerNothing();
        assertThat(done).isNotDone();
        unconfirmed.get(0).completeExceptionally(new TimeoutException());
        assertThatThrownBy(done::join).hasCauseInstanceOf(SwitchException.class).hasMessageContaining("no answer");
        assertThat(next).isNotDone();
        final var third = writer.write(Flows.puts(1));
        device.answerAll();
        assertThat(third).isCompletedWithValue(List.of());
    }

    @Test
    void whatIsGivenUpIsNotSent() {
        final var done = writer.write(Flows.puts(4 * BATCH));
        done.completeExceptionally(new SwitchException("lost"));
        device.answerAll();
        assertThat(device.received).hasSize(2 * (BATCH + 1));
        assertThat(device.requestsUnanswered()).isZero();
    }
}
