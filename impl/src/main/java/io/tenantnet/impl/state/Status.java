/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.state;

/** Neutron's status of a network or port, as the state model explains it. */
public enum Status {
    ACTIVE, BUILD, DOWN
}
