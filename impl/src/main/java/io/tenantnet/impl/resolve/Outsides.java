/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Neighbours;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Which hosts answer for addresses of which external networks. */
final class Outsides {
    private final Map<UUID, SortedSet<String>> hosts = new HashMap<>();
    private final Map<UUID, Segment> segments = new HashMap<>();
    private final Map<UUID, SortedMap<IpAddress, MacAddress>> neighbours = new HashMap<>();

    /** Collects the addresses; hosts that are not there are left out. */
    Outsides(final Stream<OutsideAddress> addresses, final Map<String, Site> sites, final Neighbours known) {
        addresses.filter(address -> sites.containsKey(address.hostId())).forEach(address -> {
            segments.put(address.networkId(), address.segment());
            hosts.computeIfAbsent(address.networkId(), id -> new TreeSet<>()).add(address.hostId());
        });
        known.macs().forEach((place, mac) ->
            neighbours.computeIfAbsent(place.networkId(), id -> new TreeMap<>()).put(place.address(), mac));
    }

    /** By network, who answered there. */
    Map<UUID, SortedMap<IpAddress, MacAddress>> neighbours() {
        return neighbours;
    }

    /** By network, the hosts. */
    Map<UUID, SortedSet<String>> hosts() {
        return hosts;
    }

    /** The networks. */
    Map<UUID, Segment> segments() {
        return segments;
    }
}
