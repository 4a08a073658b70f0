/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.net.MacAddress;
import java.util.List;
import java.util.Optional;

/**
 * What TenantNet tells a port's machine of IPv6.
 *
 * @param routers what the network's routers advertise
 * @param dhcp    from which MAC address DHCPv6 is answered; empty where it is not
 */
public record Ipv6Service(List<Advertisement> routers, Optional<MacAddress> dhcp) {
    /** Nothing. */
    public static final Ipv6Service NONE = new Ipv6Service(List.of(), Optional.empty());

    public Ipv6Service {
        routers = List.copyOf(routers);
    }
}
