/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import java.util.UUID;

/**
 * A set of ports for which rules hold.
 *
 * @param id       its uuid
 * @param stateful whether the answers to what is allowed are allowed too
 */
public record SecurityGroup(UUID id, boolean stateful) {
}
