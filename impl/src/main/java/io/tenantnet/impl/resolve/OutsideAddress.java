/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.UUID;

/**
 * An address of an external network that a host answers for.
 *
 * @param segment the network
 * @param address the address
 * @param mac     the MAC address that goes with it
 * @param hostId  the host
 */
public record OutsideAddress(Segment segment, IpAddress address, MacAddress mac, String hostId) {
    /** The network's uuid. */
    public UUID networkId() {
        return segment.network().id();
    }
}
