/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.state;

import io.tenantnet.impl.resolve.BoundPort;
import java.util.Optional;

/**
 * The state of a port.
 *
 * @param condition how it fares
 * @param place     where it was found
 */
public record PortState(Condition condition, Optional<BoundPort> place) {
}
