/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.state;

import java.util.Optional;

/**
 * The state of what one host does for others.
 *
 * @param condition how it fares
 * @param hostId    the host, where there is one
 */
public record PlacedState(Condition condition, Optional<String> hostId) {
}
