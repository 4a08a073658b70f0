/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.net.IpAddress;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What rendering needs to know of a host.
 *
 * @param hostId      the host
 * @param tunnelPorts the OpenFlow ports through which tunnelled frames arrive, and the kind of tunnel
 * @param ways        by kind of tunnel and the id of another host, the way to it; absent where there is none
 * @param providers   by the name of a physical network, the OpenFlow port that leads there
 * @param vteps       by the tunnel address of a hardware VTEP, the way to it; absent where there is none
 * @param security    the policies of its ports
 */
public record Site(String hostId, SortedMap<Integer, NetworkType> tunnelPorts,
        Map<NetworkType, SortedMap<String, Egress>> ways, SortedMap<String, Integer> providers,
        SortedMap<IpAddress, Egress> vteps, SitePolicies security) {
    Site with(final SitePolicies its) {
        return new Site(hostId, tunnelPorts, ways, providers, vteps, its);
    }

    /** The ways to other hosts through tunnels of a kind, by host id. */
    public SortedMap<String, Egress> egress(final NetworkType type) {
        return ways.getOrDefault(type, Collections.emptySortedMap());
    }

    /** Whether there is a vxlan tunnel port for one other host alone, as Genius makes them, and not only one for all. */
    public boolean hasOwnPort(final String peer) {
        final var way = egress(NetworkType.VXLAN).get(peer);
        return way != null && way.destination().isEmpty();
    }

    /** Whether an OpenFlow port leads out of the host, and is thus no machine's. */
    public boolean leadsAway(final int ofport) {
        return tunnelPorts.containsKey(ofport) || providers.containsValue(ofport);
    }

    /** Whether frames of a network that a machine of the host sends can reach those of other hosts. */
    public boolean carries(final Segment segment) {
        return segment.network().physicalNetwork().map(providers::containsKey).orElse(true);
    }

    /**
     * The way to another host.
     *
     * @param ofport      the tunnel's OpenFlow port
     * @param destination the outer destination address to set; empty where the port has a fixed one
     */
    public record Egress(int ofport, Optional<IpAddress> destination) {
    }
}
