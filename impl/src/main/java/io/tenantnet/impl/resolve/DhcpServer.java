/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;

/**
 * As whom TenantNet answers DHCP in a subnet.
 *
 * @param address the server's IPv4 address
 * @param mac     the server's MAC address
 */
public record DhcpServer(IpAddress address, MacAddress mac) {
}
