/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import io.tenantnet.impl.net.IpAddress;
import java.util.Set;
import java.util.UUID;

/**
 * Where a hardware switch sends frames for several receivers, instead of to each of them.
 *
 * @param id         the uuid of the entry
 * @param switchName the name of the Physical_Switch
 * @param addresses  the nodes' IPv4 tunnel addresses; at least one
 */
public record ServiceNodes(UUID id, String switchName, Set<IpAddress> addresses) {
    public ServiceNodes {
        addresses = Set.copyOf(addresses);
    }
}
