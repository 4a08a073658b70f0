/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a router has in a network.
 *
 * @param portId    the port that is the interface
 * @param segment   the network
 * @param mac       the router's MAC address there
 * @param addresses the router's addresses there
 * @param subnets   the blocks that are connected through it
 */
public record RouterInterface(UUID portId, Segment segment, MacAddress mac, List<IpAddress> addresses,
        List<Cidr> subnets) {
    /** The address from which the router speaks on the link, where it has an IPv6 address there (RFC 4861). */
    public Optional<IpAddress> linkLocal() {
        return addresses.stream().anyMatch(address -> address.version() == 6) ? Optional.of(mac.linkLocal())
            : Optional.empty();
    }

    /** The network's uuid. */
    public UUID networkId() {
        return segment.network().id();
    }
}
