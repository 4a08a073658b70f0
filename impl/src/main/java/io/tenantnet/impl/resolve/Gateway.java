/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a router has in an external network.
 *
 * @param hostId    the host through which it reaches the network; while hosts come back after a start, it may be absent
 * @param segment   the network
 * @param mac       the router's MAC address there
 * @param addresses the router's addresses there
 * @param subnets   the blocks of the network
 * @param snat      whether machines go out from the gateway's address
 * @param paths     where it sends what is for none of the blocks
 */
public record Gateway(String hostId, Segment segment, MacAddress mac, List<IpAddress> addresses, List<Cidr> subnets,
        boolean snat, List<OutsidePath> paths) {
    public Gateway {
        addresses = List.copyOf(addresses);
        subnets = List.copyOf(subnets);
        paths = List.copyOf(paths);
    }

    /** The addresses as those of an external network. */
    public Stream<OutsideAddress> outsideAddresses() {
        return addresses.stream().map(address -> new OutsideAddress(segment, address, mac, hostId));
    }

    /** The addresses of IPv4. */
    public List<IpAddress> ipv4() {
        return addresses.stream().filter(address -> address.version() == 4).toList();
    }
}
