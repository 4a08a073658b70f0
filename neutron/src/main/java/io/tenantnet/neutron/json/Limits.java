/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.json;

/**
 * How much is read, so that no request can take the memory or the stack of the controller.
 *
 * @param bytes  the longest body
 * @param depth  how deep objects and lists may be nested
 * @param values how many values a body may hold
 * @param object the longest single object, in characters as it is stored
 */
public record Limits(int bytes, int depth, int values, int object) {
    /** Enough for a bulk request with some ten thousand ports. */
    public static final Limits DEFAULT = new Limits(10_000_000, 32, 600_000, 1_000_000);
}
