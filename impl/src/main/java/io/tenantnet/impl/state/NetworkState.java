/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.state;

import java.util.OptionalInt;
import java.util.SortedSet;

/**
 * The state of a network.
 *
 * @param condition      how it fares
 * @param segmentationId the identifier on the wire
 * @param hosts          the hosts that carry it
 */
public record NetworkState(Condition condition, OptionalInt segmentationId, SortedSet<String> hosts) {
}
