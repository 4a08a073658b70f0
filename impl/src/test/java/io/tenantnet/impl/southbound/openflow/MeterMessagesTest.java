/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.flow.Meter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.MeterFlags;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.meter.MeterBandHeadersBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.meter.config.stats.reply.MeterConfigStatsBuilder;

class MeterMessagesTest {
    private static final Meter METER = Meter.of(Meter.Use.EGRESS_BANDWIDTH, 7, Meter.Unit.KBPS, 20_000, 16_000);
    private static final Meter PACKETS = Meter.of(Meter.Use.TO_CONTROLLER, 7, Meter.Unit.PKTPS, 20, 20);
    private final MeterMessages messages = new MeterMessages(FakeSwitch.NODE);

    @Test
    void whatIsAddedIsReadBackAsItIs() {
        assertThat(MeterMessages.meter(found(METER).build())).contains(METER);
        assertThat(MeterMessages.meter(found(PACKETS).build())).contains(PACKETS);
    }

    @Test
    void whatNoMeterOfOursSaysIsNone() {
        assertThat(MeterMessages.meter(found(METER).setFlags(new MeterFlags(false, true, false, true)).build())).isEmpty();
        assertThat(MeterMessages.meter(found(METER).setFlags(new MeterFlags(true, true, true, true)).build())).isEmpty();
        final var noBands = new MeterBandHeadersBuilder().setMeterBandHeader(List.of()).build();
        assertThat(MeterMessages.meter(found(METER).setMeterBandHeaders(noBands).build())).isEmpty();
    }

    private MeterConfigStatsBuilder found(final Meter meter) {
        final var added = messages.add(meter);
        return new MeterConfigStatsBuilder().setMeterId(added.getMeterId()).setFlags(added.getFlags())
            .setMeterBandHeaders(added.getMeterBandHeaders());
    }
}
