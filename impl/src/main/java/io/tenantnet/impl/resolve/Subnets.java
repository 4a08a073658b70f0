/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import static java.util.stream.Collectors.groupingBy;

import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.Subnet;
import io.tenantnet.impl.model.TenantModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds the subnets of addresses. Not thread-safe. */
public final class Subnets {
    private final TenantModel tenant;
    private Map<UUID, List<Subnet>> byNetwork;

    /** Of a model. */
    public Subnets(final TenantModel tenant) {
        this.tenant = tenant;
    }

    /** The subnet of an address of a network's port, if TenantNet is to answer DHCP on it. */
    public Optional<Subnet> withDhcp(final UUID networkId, final FixedIp ip) {
        return ip.subnetId().map(id -> Optional.ofNullable(tenant.subnets().get(id)))
            .orElseGet(() -> of(networkId).stream().filter(subnet -> subnet.cidr().contains(ip.address())).findFirst())
            .filter(subnet -> subnet.options().dhcp() && subnet.networkId().equals(networkId));
    }

    private List<Subnet> of(final UUID networkId) {
        if (byNetwork == null) {
            byNetwork = tenant.subnets().values().stream().collect(groupingBy(Subnet::networkId));
        }
        return byNetwork.getOrDefault(networkId, List.of());
    }
}
