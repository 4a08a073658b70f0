/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a network is: only the hosts that have a port of it, or lead to the world outside through it, carry it.
 *
 * @param segment    the network
 * @param ports      its ports by host id, those of a host in the order of their port numbers
 * @param routedFrom the hosts from which routers lead to it, whether or not they have a port of it
 * @param routerMacs the MAC addresses of routers in it, which every host uses
 * @param neighbours the MAC addresses of machines in it that are no ports of the model, as far as they were asked for
 * @param outside    the hosts that answer for addresses of routers and floating IPs in it
 * @param wire       what of it is behind hardware VTEPs
 * @param servers    the DHCP servers of it that are TenantNet itself, under an address of their own
 */
public record Placement(Segment segment, SortedMap<String, List<BoundPort>> ports, Set<String> routedFrom,
        SortedSet<MacAddress> routerMacs, SortedMap<IpAddress, MacAddress> neighbours,
        SortedSet<String> outside, Wire wire, Set<DhcpServer> servers) {
    /** Whether the host carries the network: it has a port of it, or answers for an address of it. */
    public boolean isOn(final String hostId) {
        return ports.containsKey(hostId) || outside.contains(hostId);
    }

    /** Whether routers on the host lead to the network. */
    public boolean isRoutedFrom(final String hostId) {
        return routedFrom.contains(hostId);
    }

    /** The hosts that know the network's ports: those that carry it, and those from which it is routed to. */
    public Set<String> knownTo() {
        final var hosts = carriers();
        hosts.addAll(routedFrom);
        return hosts;
    }

    /** The hosts that carry the network. */
    public SortedSet<String> carriers() {
        final var hosts = new TreeSet<>(ports.keySet());
        hosts.addAll(outside);
        return hosts;
    }

    /** The ports on a host. */
    public List<BoundPort> on(final String hostId) {
        return ports.getOrDefault(hostId, List.of());
    }
}
