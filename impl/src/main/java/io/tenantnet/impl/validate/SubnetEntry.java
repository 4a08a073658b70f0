/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import io.tenantnet.impl.model.Subnet;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import java.util.UUID;

/**
 * A subnet in the index.
 *
 * @param key    its uuid as it was written, which is its key in the datastore
 * @param ofNeutron whether its source is Neutron
 * @param subnet the subnet
 */
record SubnetEntry(String key, boolean ofNeutron, Subnet subnet) implements Entry {
    @Override
    public UUID id() {
        return subnet.id();
    }

    @Override
    public String kind() {
        return "subnet";
    }

    UUID networkId() {
        return subnet.networkId();
    }

    Cidr cidr() {
        return subnet.cidr();
    }

    /** Whether the subnet is of an address's version. */
    boolean isOfVersionOf(final IpAddress address) {
        return subnet.cidr().address().version() == address.version();
    }
}
