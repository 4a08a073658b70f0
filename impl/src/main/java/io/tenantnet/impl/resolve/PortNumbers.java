/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Gives the sub-ports of a host numbers that no other port of it has: the same ones after a restart, as far as free. */
final class PortNumbers {
    /** Open vSwitch counts its port numbers from 1 on; those of sub-ports are rarely in their way up here. */
    private static final int FIRST = 0x8000;
    private static final int COUNT = ResolvedRouter.ZONES - FIRST;

    private record Taken(String hostId, int number) {
    }

    private final Set<Taken> taken = new HashSet<>();

    /** Takes note of a port that has its own OpenFlow port number. */
    void take(final String hostId, final int ofport) {
        taken.add(new Taken(hostId, ofport));
    }

    /** Gives a sub-port its number, after all that have their own are known; empty where there is none left. */
    OptionalInt give(final String hostId, final UUID port) {
        final int start = Math.floorMod(Numbers.hash(port.toString()), COUNT);
        return IntStream.range(0, COUNT).map(step -> FIRST + (start + step) % COUNT)
            .filter(number -> taken.add(new Taken(hostId, number))).findFirst();
    }
}
