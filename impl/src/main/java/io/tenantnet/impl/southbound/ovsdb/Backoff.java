/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

/** Growing pauses between attempts at something that does not work out: 100 ms, doubling up to a longest. */
final class Backoff {
    private static final long FIRST_MILLIS = 100;
    /** So many doublings reach any sensible longest pause; the pause cannot overflow before. */
    private static final int DOUBLINGS = 20;

    private final long longestMillis;
    private int attempts;

    /** Pauses of at most so many milliseconds. */
    Backoff(final long longestMillis) {
        this.longestMillis = longestMillis;
    }

    /** How long to pause before the next attempt, in milliseconds. */
    long next() {
        return Math.min(longestMillis, FIRST_MILLIS << Math.min(attempts++, DOUBLINGS));
    }

    /** How many pauses there were since it last worked out. */
    int attempts() {
        return attempts;
    }

    void reset() {
        attempts = 0;
    }
}
