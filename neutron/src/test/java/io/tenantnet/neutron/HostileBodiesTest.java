/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Whatever is sent: a clear refusal, and nothing stored. */
class HostileBodiesTest {
    private static final int BODIES = 2_500;
    private static final long SEED = 20_261_121;
    private static final long MOST_LEFT_BEHIND = 64_000_000;
    /** What bodies leave behind they leave behind each time; what else fills the heap of this Java does not come each time. */
    private static final int ROUNDS = 4;

    @Test
    void everyOneIsRefusedAndNothingStays() {
        final var api = new Api();
        final var bodies = new HostileBodies(SEED);
        // By the end of these everything that is loaded once is there.
        send(api, bodies, 1);
        final var left = new ArrayList<Long>();
        do {
            final long before = used();
            send(api, bodies, 1 + BODIES * (left.size() + 1));
            left.add(used() - before);
        } while (left.size() < ROUNDS && left.get(left.size() - 1) >= MOST_LEFT_BEHIND);
        assertThat(left).as("bytes left behind by %d bodies each", BODIES)
            .anySatisfy(bytes -> assertThat(bytes).isLessThan(MOST_LEFT_BEHIND));
    }

    private static void send(final Api api, final HostileBodies bodies, final int first) {
        for (int number = first; number < first + BODIES; number++) {
            final var request = bodies.next(number);
            final var answer = api.send("POST", request.path(), request.body());
            assertThat(answer.status()).as("%d %s %s: %s", number, request.path(), request.what(), answer.text())
                .isBetween(400, 499);
            assertThat(answer.json().get("error").getAsString()).as(request.what()).isNotBlank().hasSizeLessThan(500);
        }
        assertThat(api.store().stored()).isZero();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
