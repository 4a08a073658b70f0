/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.engine.InstalledFlow;
import org.junit.jupiter.api.Test;

class FlowMessagesTest {
    private final FlowMessages messages = new FlowMessages(FakeSwitch.NODE);

    @Test
    void add() {
        final var flow = Flows.sample(1);
        final var message = messages.add(flow);
        assertThat(message.getNode()).isEqualTo(FakeSwitch.NODE);
        assertThat(message.getTableId().intValue()).isEqualTo(flow.key().table());
        assertThat(message.getPriority().intValue()).isEqualTo(flow.key().priority());
        assertThat(message.getCookie().getValue().longValue()).isEqualTo(flow.cookie());
        assertThat(message.getMatch()).isEqualTo(MatchEncoder.encode(flow.key().match()));
        assertThat(message.getInstructions()).isEqualTo(InstructionsEncoder.encode(flow.instructions()));
        assertThat(message.getFlowRef()).isNull();
        assertThat(message.getIdleTimeout()).isNull();
        assertThat(message.getHardTimeout()).isNull();
        assertThat(message.getFlags()).isNull();
    }

    @Test
    void removeIsForThatFlowOnly() {
        final var flow = Flows.sample(1);
        final var message = messages.remove(flow);
        assertThat(message.getNode()).isEqualTo(FakeSwitch.NODE);
        assertThat(message.isStrict()).isTrue();
        assertThat(message.getTableId().intValue()).isEqualTo(flow.key().table());
        assertThat(message.getPriority().intValue()).isEqualTo(flow.key().priority());
        assertThat(message.getMatch()).isEqualTo(MatchEncoder.encode(flow.key().match()));
        assertThat(message.getCookie().getValue().longValue()).isEqualTo(flow.cookie());
        assertThat(message.getCookieMask().getValue().longValue()).isEqualTo(-1L);
    }

    @Test
    void strayIsRemovedByItsCookie() {
        final var message = messages.removeStray(new InstalledFlow(254, 0x544e_0000_0000_0001L));
        assertThat(message.getNode()).isEqualTo(FakeSwitch.NODE);
        assertThat(message.isStrict()).isFalse();
        assertThat(message.getTableId().intValue()).isEqualTo(254);
        assertThat(message.getMatch()).isNull();
        assertThat(message.getCookie().getValue().longValue()).isEqualTo(0x544e_0000_0000_0001L);
        assertThat(message.getCookieMask().getValue().longValue()).isEqualTo(-1L);
    }

    @Test
    void barrier() {
        assertThat(messages.barrier().getNode()).isEqualTo(FakeSwitch.NODE);
    }
}
