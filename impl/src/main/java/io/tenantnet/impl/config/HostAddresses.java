/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import java.util.Optional;

/** Which addresses of a block a machine can have. */
public final class HostAddresses {
    // RFC 3021: a block of two addresses has neither network nor broadcast address.
    private static final int LONGEST_WITH_BROADCAST = 30;

    private HostAddresses() {
    }

    /**
     * Says why no machine can have an address of a block.
     *
     * @param cidr    the block
     * @param address an address inside it
     * @return what the address is instead, to be read after the address; empty where a machine can have it
     */
    public static Optional<String> problem(final Cidr cidr, final IpAddress address) {
        if (cidr.address().version() == 4 && cidr.length() <= LONGEST_WITH_BROADCAST) {
            if (address.equals(cidr.first())) {
                return Optional.of("is the network address of " + cidr);
            }
            if (address.equals(cidr.last())) {
                return Optional.of("is the broadcast address of " + cidr);
            }
        }
        return Optional.empty();
    }
}
