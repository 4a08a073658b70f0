/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.flow.Stamp;
import org.junit.jupiter.api.Test;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.Flow;

class FlowMessagesTest {
    private final FlowMessages messages = new FlowMessages(FakeSwitch.NODE);

    @Test
    void add() {
        final var flow = Flows.sample(1);
        final var request = messages.add(flow);
        final var message = request.getUpdatedFlow();
        assertThat(request.getNode()).isEqualTo(FakeSwitch.NODE);
        assertThat(message.getTableId().intValue()).isEqualTo(flow.key().table());
        assertThat(message.getPriority().intValue()).isEqualTo(flow.key().priority());
        assertThat(message.getCookie().getValue().longValue()).isEqualTo(flow.cookie());
        assertThat(message.getMatch()).isEqualTo(MatchEncoder.encode(flow.key().match()));
        assertThat(message.getInstructions()).isEqualTo(InstructionsEncoder.encode(flow.instructions()));
        assertThat(message.getIdleTimeout()).isNull();
        assertThat(message.getHardTimeout()).isNull();
        assertThat(message.getFlags()).isNull();
    }

    @Test
    void openFlowPluginSendsAnAdditionAndKeepsNothingOfIt() {
        final var request = messages.add(Flows.sample(1));
        assertThat(request.getOriginalFlow().getMatch()).isEqualTo(request.getUpdatedFlow().getMatch());
        assertThat(request.getOriginalFlow().getPriority()).isEqualTo(request.getUpdatedFlow().getPriority());
        assertThat(request.getOriginalFlow().getCookie()).isEqualTo(request.getUpdatedFlow().getCookie());
        assertThat(request.getOriginalFlow().getTableId()).isEqualTo(request.getUpdatedFlow().getTableId());
        assertThat(request.getFlowRef().getValue().firstKeyOf(Flow.class).getId()).isNotNull();
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
        final var message = messages.removeStray(new Stamp(254, 0x544e_0000_0000_0001L));
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
