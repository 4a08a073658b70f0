/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.ra;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void intervalsAreThoseOfRfc4861AndNotAllAlike() {
        for (int port = 0; port < 20; port++) {
            long last = -1;
            long least = Long.MAX_VALUE;
            long most = 0;
            for (long second = 0; second < 100_000; second++) {
                if (Schedule.isDue(Sample.portId(port), second)) {
                    if (last >= 0) {
                        least = Math.min(least, second - last);
                        most = Math.max(most, second - last);
                    }
                    last = second;
                }
            }
            assertThat(least).as("port " + port).isBetween(200L, 300L);
            assertThat(most).as("port " + port).isBetween(500L, 600L);
        }
    }

    @Test
    void tenThousandPortsAreSpreadOverTime() {
        long sum = 0;
        for (long second = 0; second < 4_000; second++) {
            int due = 0;
            for (int port = 0; port < 10_000; port++) {
                due += Schedule.isDue(new UUID(port * 0x1234_5678_9abcL, port), second) ? 1 : 0;
            }
            assertThat(due).as("at " + second).isLessThan(100);
            sum += due;
        }
        assertThat(sum / 4_000.0).isBetween(24.0, 26.0);
    }
}
