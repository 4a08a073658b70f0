/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

/**
 * An interface of a host, whether or not there is one.
 *
 * @param hostId the host
 * @param name   the interface's name
 */
record Spot(String hostId, String name) {
}
