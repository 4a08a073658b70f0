/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opendaylight.yang.gen.v1.urn.opendaylight.experimenter.mp.message.service.rev151020.SalExperimenterMpMessageService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.OpendaylightFlowStatisticsService;

class OpenFlowChannelTest {
    private final FakeSwitch device = new FakeSwitch();
    private final SalExperimenterMpMessageService reading = mock(SalExperimenterMpMessageService.class);
    private final OpenFlowChannel channel = new OpenFlowChannel(FakeSwitch.NODE,
        new OpenFlowRpcs(device, device, device, mock(OpendaylightFlowStatisticsService.class), reading), MoreExecutors.directExecutor());

    @Test
    void writes() {
        final var done = channel.apply(Flows.puts(2));
        device.answerAll();
        assertThat(done).isCompletedWithValue(List.of());
    }

    @Test
    void failsWhatIsUnderWayWhenLost() {
        when(reading.sendExperimenterMpRequest(any())).thenReturn(SettableFuture.create());
        final var read = channel.read();
        final var write = channel.apply(Flows.puts(2));
        channel.lose();
        assertThatThrownBy(read::join).hasCauseInstanceOf(SwitchException.class);
        assertThatThrownBy(write::join).hasCauseInstanceOf(SwitchException.class);
        device.answerAll();
        assertThatThrownBy(write::join).hasCauseInstanceOf(SwitchException.class);
    }

    @Test
    void failsWhatComesLater() {
        channel.lose();
        assertThatThrownBy(channel.read()::join).hasCauseInstanceOf(SwitchException.class);
        assertThatThrownBy(channel.apply(Flows.puts(2))::join).hasCauseInstanceOf(SwitchException.class);
        assertThat(device.received).isEmpty();
    }
}
