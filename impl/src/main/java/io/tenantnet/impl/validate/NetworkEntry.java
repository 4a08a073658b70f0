/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import io.tenantnet.impl.config.ProviderSegment;
import io.tenantnet.impl.model.Network;
import io.tenantnet.impl.model.NetworkType;
import java.util.List;
import java.util.UUID;

/**
 * A network in the index.
 *
 * @param key      its uuid as it was written, which is its key in the datastore
 * @param ofNeutron whether its source is Neutron
 * @param network  the network
 * @param segments what it takes of the infrastructure
 */
record NetworkEntry(String key, boolean ofNeutron, Network network, List<ProviderSegment> segments) implements Entry {
    @Override
    public UUID id() {
        return network.id();
    }

    @Override
    public String kind() {
        return "network";
    }

    /** Whether it is to be given an identifier. */
    boolean isAutomatic() {
        return network.type() == NetworkType.VXLAN && segments.isEmpty();
    }
}
