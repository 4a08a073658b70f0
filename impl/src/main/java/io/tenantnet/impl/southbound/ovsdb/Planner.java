/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

/** Decides what a host lacks. Pure: the same rows give the same plan. */
@FunctionalInterface
interface Planner {
    Plan plan(Rows rows);
}
