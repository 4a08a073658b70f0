/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A floating IP that stands for no port, but some of whose ports lead to machines.
 *
 * @param id      the floating IP's uuid
 * @param outside its address, and the gateway host of the router
 * @param router  the router between
 * @param zone    that router's zone
 * @param ports   the ports, in the order of their uuids; no two have the same protocol and number
 */
public record ForwardedAddress(UUID id, OutsideAddress outside, UUID router, int zone, List<Forwarding> ports) {
    public ForwardedAddress {
        ports = List.copyOf(ports);
    }

    /**
     * A port that leads to a machine.
     *
     * @param id           the port forwarding's uuid
     * @param protocol     6 (TCP) or 17 (UDP)
     * @param externalPort the port outside
     * @param inside       the machine's address
     * @param internalPort the port inside
     * @param allowed      who may use it; empty for everybody
     */
    public record Forwarding(UUID id, int protocol, int externalPort, IpAddress inside, int internalPort,
            Optional<Cidr> allowed) {
    }
}
