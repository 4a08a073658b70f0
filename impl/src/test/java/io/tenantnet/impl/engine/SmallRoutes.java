/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.Sample;

/** How the two routers of a {@link SmallCloud}, which meet in network 1, lead to each other's other network. */
final class SmallRoutes {
    /** None, of IPv4, all of IPv4 and some of IPv6. */
    static final int KINDS = 3;

    private SmallRoutes() {
    }

    static void addTo(final Sample sample, final int router, final int kind) {
        final int other = 1 - router;
        final int far = 2 * other;
        final var nextHop = Sample.gateway(other, 1);
        if (kind == 1) {
            sample.routes(router, Sample.block(far) + " " + nextHop);
        } else if (kind == 2) {
            sample.routes(router, "0.0.0.0/0 " + nextHop, Sample.block6(far) + " " + Sample.gateway6(other, 1));
        }
    }
}
