/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.packet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FairQueueTest {
    private final FairQueue<String, Integer> queue = new FairQueue<>(3, 5);

    @Test
    void sourcesTakeTurns() {
        queue.offer("a", 1);
        queue.offer("a", 2);
        queue.offer("a", 3);
        queue.offer("b", 4);
        assertThat(all()).isEqualTo("1423");
    }

    @Test
    void aSourceThatSendsAgainDoesNotGetAheadOfOthers() {
        queue.offer("a", 1);
        queue.offer("b", 2);
        assertThat(queue.poll()).contains(1);
        queue.offer("a", 3);
        assertThat(all()).isEqualTo("23");
    }

    @Test
    void oneSourceCannotFillIt() {
        for (int i = 1; i < 4; i++) {
            assertThat(queue.offer("a", i)).isTrue();
        }
        assertThat(queue.offer("a", 4)).isFalse();
        assertThat(queue.offer("b", 5)).isTrue();
    }

    @Test
    void holdsNoMoreThanItsCapacity() {
        for (int i = 0; i < 5; i++) {
            assertThat(queue.offer("source " + i, i)).isTrue();
        }
        assertThat(queue.offer("another", 5)).isFalse();
        queue.poll();
        assertThat(queue.offer("another", 5)).isTrue();
        assertThat(all()).isEqualTo("12345");
    }

    private String all() {
        final var text = new StringBuilder();
        for (var item = queue.poll(); item.isPresent(); item = queue.poll()) {
            text.append(item.get());
        }
        return text.toString();
    }
}
