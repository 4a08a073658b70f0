/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.ra;

import java.util.UUID;

/**
 * When a port's machine hears from its routers without having asked: the intervals are those that RFC 4861 section 6.2.1
 * gives as defaults, 200 to 600 s. Each port has a phase of its own and each of its intervals is of another length, so that
 * neither ports nor switches are served all at once: 10,000 ports make 25 packets a second.
 *
 * <p>Nothing is remembered for it: the times follow from the port's uuid.
 */
final class Schedule {
    static final int SHORTEST_SECONDS = 200;
    static final int LONGEST_SECONDS = 600;
    /** At first, and when something changed (RFC 4861 section 6.2.4): so many times, so far apart. */
    static final int INITIAL = 3;
    static final int INITIAL_SECONDS = 16;

    private static final int PERIOD = (SHORTEST_SECONDS + LONGEST_SECONDS) / 2;
    private static final int JITTER = PERIOD - SHORTEST_SECONDS;

    private Schedule() {
    }

    /**
     * Whether it is time.
     *
     * @param port   the port
     * @param second a second, counted from any moment
     */
    static boolean isDue(final UUID port, final long second) {
        final long time = second + Long.remainderUnsigned(mix(port, -1), PERIOD);
        final long round = time / PERIOD;
        return time % PERIOD == Long.remainderUnsigned(mix(port, round), JITTER + 1);
    }

    /** Any number, always the same for one port and round, and for another one another (MurmurHash3's finalizer). */
    private static long mix(final UUID port, final long round) {
        long bits = port.getMostSignificantBits() ^ Long.rotateLeft(port.getLeastSignificantBits(), 32)
            ^ round * 0x9e37_79b9_7f4a_7c15L;
        bits = (bits ^ bits >>> 33) * 0xff51_afd7_ed55_8ccdL;
        bits = (bits ^ bits >>> 33) * 0xc4ce_b9fe_1a85_ec53L;
        return bits ^ bits >>> 33;
    }
}
