/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Machines of physical networks that are no ports of the model, as they answered when they were asked for their address.
 *
 * @param macs   by network and IP address, the MAC address
 * @param silent those that have not answered of late; what they answered before still holds
 */
public record Neighbours(Map<Place, MacAddress> macs, Set<Place> silent) {
    /** Nobody has answered, and nobody was asked. */
    public static final Neighbours NONE = new Neighbours(Map.of(), Set.of());

    public Neighbours {
        macs = Map.copyOf(macs);
        silent = Set.copyOf(silent);
    }

    /** The MAC address of a neighbour that answered. */
    public Optional<MacAddress> mac(final UUID networkId, final IpAddress address) {
        return Optional.ofNullable(macs.get(new Place(networkId, address)));
    }

    /**
     * An address of a network.
     *
     * @param networkId the network
     * @param address   the address
     */
    public record Place(UUID networkId, IpAddress address) {
    }
}
