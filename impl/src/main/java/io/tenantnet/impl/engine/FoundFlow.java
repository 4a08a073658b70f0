/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.flow.Stamp;

/**
 * A flow of TenantNet's as it was read from a switch.
 *
 * @param stamp   its table and cookie
 * @param content tells whether it says the same as when it was read before, in this run of the controller: equal then;
 *                nothing else can be learnt from it
 */
public record FoundFlow(Stamp stamp, int content) {
}
