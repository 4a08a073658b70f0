/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A router as it was asked for. Its interfaces are ports: see {@link Port#isInterfaceOf}.
 *
 * @param id            its uuid
 * @param adminUp       whether it is to forward
 * @param gateway       its way to the outside
 * @param gatewayPortId the port whose MAC address is the router's outside
 * @param routes        routes beside those of the connected subnets
 */
public record Router(UUID id, boolean adminUp, Optional<Gateway> gateway, Optional<UUID> gatewayPortId,
        List<Route> routes) {
    public Router {
        routes = List.copyOf(routes);
    }

    /**
     * The way to the outside.
     *
     * @param networkId the external network
     * @param snat      whether machines without a floating IP go out from the gateway's address
     * @param fixedIps  the router's addresses in that network
     */
    public record Gateway(UUID networkId, boolean snat, List<FixedIp> fixedIps) {
        public Gateway {
            fixedIps = List.copyOf(fixedIps);
        }
    }

    /**
     * A route.
     *
     * @param destination where it leads
     * @param nexthop     through which address of a connected subnet
     */
    public record Route(Cidr destination, IpAddress nexthop) {
    }
}
