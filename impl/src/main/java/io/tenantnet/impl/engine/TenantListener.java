/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.model.TenantModel;

/** Hears what the tenants want. Returns quickly. */
@FunctionalInterface
public interface TenantListener {
    /** The tenants now want this. */
    void changed(TenantModel tenant);
}
