/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.flow.Flow;

/**
 * A flow of TenantNet's that a switch was seen to hold.
 *
 * @param table  its OpenFlow table number
 * @param cookie its stamp, which tells what it matches and does
 */
public record InstalledFlow(int table, long cookie) {
    static InstalledFlow of(final Flow flow) {
        return new InstalledFlow(flow.key().table(), flow.cookie());
    }
}
