/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Network;
import io.tenantnet.impl.model.NetworkType;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Tells the networks of one type apart in 24 bits, as many as the metadata of packets has for it: vxlan and geneve by their
 * identifiers, gre and local by numbers of their own, flat and vlan by 12 bits for the physical network above the VLAN id.
 */
final class SegmentNumbers {
    private static final int VLAN_BITS = 12;
    private static final int BITS = 24;

    private final Map<String, Integer> physical;
    private final Map<UUID, Integer> local;
    /** By GRE key, which has 32 bits. */
    private final Map<Long, Integer> keys;

    SegmentNumbers(final Collection<Network> networks) {
        physical = Numbers.of(networks.stream().flatMap(network -> network.physicalNetwork().stream()).toList(),
            name -> name, BITS - VLAN_BITS);
        local = Numbers.of(networks.stream().filter(network -> network.type() == NetworkType.LOCAL).map(Network::id)
            .toList(), UUID::toString, BITS);
        keys = Numbers.of(networks.stream().filter(network -> network.type() == NetworkType.GRE)
            .flatMap(network -> network.segmentationId().stream().mapToObj(Integer::toUnsignedLong)).toList(),
            key -> Long.toString(key), BITS);
    }

    /** The number of a network with an identifier; empty where there are more networks than numbers. */
    OptionalInt of(final Network network, final long id) {
        final var number = switch (network.type()) {
            case LOCAL -> local.get(network.id());
            case FLAT, VLAN -> physical.get(network.physicalNetwork().orElseThrow());
            case GRE -> keys.get(id);
            case VXLAN, GENEVE -> Integer.valueOf((int) id);
        };
        return number == null ? OptionalInt.empty()
            : OptionalInt.of(network.type().isPhysical() ? number << VLAN_BITS | (int) id : number);
    }
}
