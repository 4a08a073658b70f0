/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

/** Growing pauses between attempts at something that does not work out: 100 ms, doubling up to 30 s. */
final class Backoff {
    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 30_000;

    private int attempts;

    /** How long to pause before the next attempt, in milliseconds. */
    long next() {
        // 100 ms doubled nine times is beyond the longest; to shift further would overflow in the end
        return Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempts++, 9));
    }

    /** How many pauses there were since it last worked out. */
    int attempts() {
        return attempts;
    }

    void reset() {
        attempts = 0;
    }
}
