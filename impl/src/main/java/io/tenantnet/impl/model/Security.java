/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import java.util.Map;
import java.util.UUID;

/**
 * Security as it was asked for.
 *
 * @param groups all security groups
 * @param rules  all their rules
 */
public record Security(Map<UUID, SecurityGroup> groups, Map<UUID, SecurityRule> rules) {
    /** No security. */
    public static final Security EMPTY = new Security(Map.of(), Map.of());
}
