/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import io.tenantnet.impl.net.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A tenant port as it was asked for.
 *
 * @param id            its uuid
 * @param networkId     its network, which need not exist yet
 * @param mac           the MAC address of the machine's interface
 * @param adminUp       whether it is to forward
 * @param fixedIps      the addresses of the machine's interface
 * @param addressPairs  further source addresses that the machine may use
 * @param portSecurity  whether source addresses are checked; empty for the network's default
 * @param hostId        the host where the machine is said to be
 * @param interfaceName the interface that is the port where it carries no iface-id; of use only with hostId
 */
public record Port(UUID id, UUID networkId, MacAddress mac, boolean adminUp, List<FixedIp> fixedIps,
        List<AddressPair> addressPairs, Optional<Boolean> portSecurity, Optional<String> hostId,
        Optional<String> interfaceName) {
    public Port {
        fixedIps = List.copyOf(fixedIps);
        addressPairs = List.copyOf(addressPairs);
    }
}
