/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.flow;

/**
 * What tells a flow of TenantNet's on a switch: where it stands and what it says.
 *
 * @param table  its OpenFlow table number
 * @param cookie its cookie (see {@link Cookies}), which tells what it matches and does
 */
public record Stamp(int table, long cookie) {
}
