/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.flow;

/**
 * What tells one flow of a switch from another.
 *
 * @param table    the OpenFlow table number
 * @param priority the priority, 0..65535; the highest that matches applies
 * @param match    the conditions
 */
public record FlowKey(int table, int priority, Match match) {
    @Override
    public String toString() {
        return "table=" + table + ",priority=" + priority + (match.equals(Match.ANY) ? "" : "," + match);
    }
}
