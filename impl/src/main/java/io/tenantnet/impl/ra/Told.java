/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.ra;

import io.tenantnet.impl.resolve.Advertisement;
import java.util.List;
import java.util.UUID;

/** What a port was told, or is about to be. Times are seconds of a clock of the advertiser. */
final class Told {
    private final List<Advertisement> routers;
    private int initial = Schedule.INITIAL;
    private long next;

    Told(final List<Advertisement> routers, final long since) {
        this.routers = routers;
        next = since;
    }

    List<Advertisement> routers() {
        return routers;
    }

    /** Whether the port is to hear its routers again now. */
    boolean isDue(final UUID port, final long second) {
        return initial > 0 && second >= next || Schedule.isDue(port, second);
    }

    /** The port heard its routers. */
    void sent(final long second) {
        if (initial > 0) {
            initial--;
            next = second + Schedule.INITIAL_SECONDS;
        }
    }
}
