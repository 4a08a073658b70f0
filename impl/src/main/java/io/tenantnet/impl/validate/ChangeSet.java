/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

/**
 * What a transaction does to the tenant model.
 *
 * @param networks what it does to networks
 * @param subnets  what it does to subnets
 * @param ports    what it does to ports
 * @param trunks   what it does to trunks
 */
record ChangeSet(Changes<NetworkEntry> networks, Changes<SubnetEntry> subnets, Changes<PortEntry> ports,
        Changes<TrunkEntry> trunks) {
}
