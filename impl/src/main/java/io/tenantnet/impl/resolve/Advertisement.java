/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.List;
import java.util.UUID;

/**
 * What a router says of itself and of its subnets in a network (RFC 4861 section 4.2).
 *
 * @param routerPort    the port that is the router's interface
 * @param mac           the router's MAC address, with which goes the address that it speaks from
 * @param defaultRouter whether machines may use it as their gateway
 * @param managed       whether machines get addresses by DHCPv6
 * @param other         whether machines get options by DHCPv6
 * @param mtu           the largest IP packet of the network in bytes
 * @param prefixes      the subnets, in order
 * @param nameServers   the name servers, the preferred one first
 */
public record Advertisement(UUID routerPort, MacAddress mac, boolean defaultRouter, boolean managed, boolean other,
        int mtu, List<Prefix> prefixes, List<IpAddress> nameServers) {
    public Advertisement {
        prefixes = List.copyOf(prefixes);
        nameServers = List.copyOf(nameServers);
    }

    /**
     * A subnet, whose machines reach each other without a router.
     *
     * @param block      its addresses
     * @param autonomous whether machines make themselves an address of it (RFC 4862)
     */
    public record Prefix(Cidr block, boolean autonomous) {
    }
}
