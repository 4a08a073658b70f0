/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whatever is sent: a clear refusal, and nothing stored. */
class HostileBodiesTest {
    private static final int BODIES = 5_000;
    private static final long SEED = 20_261_121;
    private static final long MOST_LEFT_BEHIND = 64_000_000;
    /** Long enough for a busy machine. */
    private static final long LIMIT_SECONDS = 60;

    @Test
    void everyOneIsRefusedAndNothingStays() throws InterruptedException {
        final var api = new Api();
        final var bodies = new HostileBodies(SEED);
        long half = 0;
        for (int number = 1; number <= BODIES; number++) {
            if (number == BODIES / 2) {
                // By now everything that is loaded once is there.
                half = used();
            }
            final var request = bodies.next(number);
            final var answer = api.send("POST", request.path(), request.body());
            assertThat(answer.status()).as("%d %s %s: %s", number, request.path(), request.what(), answer.text())
                .isBetween(400, 499);
            assertThat(answer.json().get("error").getAsString()).as(request.what()).isNotBlank().hasSizeLessThan(500);
        }
        assertThat(api.store().stored()).isZero();
        // Threads of the datastore may still be busy with what it was told last.
        final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        long left = used() - half;
        while (left >= MOST_LEFT_BEHIND && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
            left = used() - half;
        }
        assertThat(left).isLessThan(MOST_LEFT_BEHIND);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
