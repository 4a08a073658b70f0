/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Meter;
import io.tenantnet.impl.resolve.ResolvedRouter;

/** How much of what concerns neighbours outside is handed to the controller: little, whoever scans or floods. */
final class Questions {
    private static final int PER_SECOND = 50;

    private Questions() {
    }

    /** The meter of a router. */
    static Meter meter(final ResolvedRouter router, final Meter.Use use) {
        return Meter.of(use, router.zone(), Meter.Unit.PKTPS, PER_SECOND, PER_SECOND);
    }
}
