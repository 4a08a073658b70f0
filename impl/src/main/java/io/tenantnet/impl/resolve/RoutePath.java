/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.MacAddress;
import java.util.Optional;
import java.util.UUID;

/**
 * How a router sends packets for some addresses.
 *
 * @param destination the addresses
 * @param exit        the interface through which the packets leave
 * @param nextHop     the MAC address they are sent to; empty where the destination's own is
 * @param router      the router that has this MAC address; empty where a machine has it
 */
public record RoutePath(Cidr destination, RouterInterface exit, Optional<MacAddress> nextHop, Optional<UUID> router) {
    /** The way to a connected subnet. */
    RoutePath(final Cidr destination, final RouterInterface exit) {
        this(destination, exit, Optional.empty(), Optional.empty());
    }
}
