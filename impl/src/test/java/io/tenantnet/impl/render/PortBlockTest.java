/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PortBlockTest {
    @Test
    void everyPortIsOneBlock() {
        assertThat(PortBlock.cover(0, 65535)).containsExactly(new PortBlock(0, 65536));
        assertThat(PortBlock.cover(0, 65535).get(0).isEverything()).isTrue();
    }

    @Test
    void theMostBlocksThatARangeNeeds() {
        assertThat(PortBlock.cover(1, 65534)).hasSize(30);
    }

    @Property(tries = 300)
    void blocksAreTheRangeAndNothingElse(@ForAll @IntRange(max = 65535) final int one,
            @ForAll @IntRange(max = 65535) final int other) {
        final int first = Math.min(one, other);
        final int last = Math.max(one, other);
        int next = first;
        for (final var block : PortBlock.cover(first, last)) {
            assertThat(block.first()).isEqualTo(next);
            assertThat(block.first() & block.mask()).isEqualTo(block.first());
            next = (block.first() | ~block.mask() & 0xffff) + 1;
        }
        assertThat(next).isEqualTo(last + 1);
    }
}
