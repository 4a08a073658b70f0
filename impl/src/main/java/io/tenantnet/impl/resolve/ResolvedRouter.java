/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import java.util.List;
import java.util.UUID;

/**
 * A router that can be programmed.
 *
 * @param id         its uuid
 * @param interfaces what it has in which network, in the order of the ports' uuids
 * @param paths      where it sends what; of two for one destination the first counts
 */
public record ResolvedRouter(UUID id, List<RouterInterface> interfaces, List<RoutePath> paths) {
    /** A router's zone of connection tracking is above this by its number less one; the zones below are the ports'. */
    static final int ZONES = 49_152;

    public ResolvedRouter {
        interfaces = List.copyOf(interfaces);
        paths = List.copyOf(paths);
    }
}
