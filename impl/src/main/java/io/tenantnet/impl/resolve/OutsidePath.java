/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.Optional;

/**
 * How a router sends packets for some addresses out of its gateway.
 *
 * @param destination the addresses
 * @param nexthop     the address of the next router
 * @param mac         that router's MAC address; empty while it is not known
 * @param isPort      whether the next router is a port of the model, and need not be asked
 */
public record OutsidePath(Cidr destination, IpAddress nexthop, Optional<MacAddress> mac, boolean isPort) {
}
