/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcp;

import io.tenantnet.impl.model.Router.Route;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import java.util.List;
import java.util.Optional;

/**
 * What a machine is given with one address.
 *
 * @param address the address
 * @param subnet  the block it is from
 * @param server  the address of the DHCP server
 * @param gateway the default gateway
 * @param dns     the name servers, the preferred one first
 * @param routes  further routes
 * @param mtu     the largest IP packet in bytes
 * @param domain  the domain name
 * @param seconds how long, 0xffffffff for ever
 * @param extra   options of the port's own, which go before all others
 */
public record Lease(IpAddress address, Cidr subnet, IpAddress server, Optional<IpAddress> gateway, List<IpAddress> dns,
        List<Route> routes, int mtu, Optional<String> domain, long seconds, List<ExtraOption> extra) {
    /** RFC 2131 section 3.3: a lease without end. */
    public static final long FOR_EVER = 0xffff_ffffL;

    public Lease {
        dns = List.copyOf(dns);
        routes = List.copyOf(routes);
        extra = List.copyOf(extra);
    }
}
