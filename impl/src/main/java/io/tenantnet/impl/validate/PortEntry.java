/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import io.tenantnet.impl.model.Port;
import java.util.UUID;

/**
 * A port in the index.
 *
 * @param key  its uuid as it was written, which is its key in the datastore
 * @param ofNeutron whether its source is Neutron
 * @param port the port
 */
record PortEntry(String key, boolean ofNeutron, Port port) implements Entry {
    @Override
    public UUID id() {
        return port.id();
    }

    @Override
    public String kind() {
        return "port";
    }
}
