/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

/**
 * A change that a switch did not take.
 *
 * @param change the change
 * @param reason what the switch or the way to it said
 */
public record Refusal(SwitchChange change, String reason) {
}
