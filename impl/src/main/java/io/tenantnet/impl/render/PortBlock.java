/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Ports that have their upper bits in common, so that one masked match is for all of them.
 *
 * @param first the first port
 * @param size  how many there are: a power of 2, of which the first is a multiple
 */
record PortBlock(int first, int size) {
    private static final int ALL = 0x1_0000;
    private static final int BITS = 0xffff;

    /** The fewest blocks that make up a range: at most 30. */
    static List<PortBlock> cover(final int first, final int last) {
        final var blocks = new ArrayList<PortBlock>();
        int next = first;
        while (next <= last) {
            final int aligned = next == 0 ? ALL : Integer.lowestOneBit(next);
            final int size = Math.min(aligned, Integer.highestOneBit(last - next + 1));
            blocks.add(new PortBlock(next, size));
            next += size;
        }
        return blocks;
    }

    /** Whether every port there is lies in the block. */
    boolean isEverything() {
        return size == ALL;
    }

    /** Which bits the ports have in common. */
    int mask() {
        return BITS & -size;
    }
}
