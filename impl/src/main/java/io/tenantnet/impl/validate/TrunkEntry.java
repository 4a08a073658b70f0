/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import io.tenantnet.impl.model.Trunk;
import java.util.UUID;

/**
 * A trunk in the index.
 *
 * @param key   its uuid as it was written, which is its key in the datastore
 * @param ofNeutron whether its source is Neutron
 * @param trunk the trunk
 */
record TrunkEntry(String key, boolean ofNeutron, Trunk trunk) implements Entry {
    @Override
    public UUID id() {
        return trunk.id();
    }

    @Override
    public String kind() {
        return "trunk";
    }
}
