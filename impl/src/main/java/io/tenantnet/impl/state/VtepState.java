/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.state;

import io.tenantnet.impl.model.Vtep;

/**
 * The state of a hardware VTEP.
 *
 * @param vtep      what it holds
 * @param condition how it fares
 */
public record VtepState(Vtep vtep, Condition condition) {
}
