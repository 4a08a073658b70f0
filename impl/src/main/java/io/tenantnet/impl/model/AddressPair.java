/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.MacAddress;

/**
 * Source addresses that port security lets a machine use (Neutron's allowed address pairs).
 *
 * @param addresses an address or a prefix
 * @param mac       the MAC address that goes with it
 */
public record AddressPair(Cidr addresses, MacAddress mac) {
}
