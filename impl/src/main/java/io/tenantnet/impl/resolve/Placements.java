/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.net.MacAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Tells where each network is, and where each router works. */
final class Placements {
    private final Map<UUID, SortedMap<String, List<BoundPort>>> byNetwork = new HashMap<>();
    private final Map<UUID, Placement> networks = new HashMap<>();
    private final Map<UUID, ResolvedRouter> routers;

    Placements(final Collection<BoundPort> ports, final Map<UUID, ResolvedRouter> all,
            final Map<UUID, Segment> segments, final Outsides outsides, final Map<UUID, Wire> wires,
            final DhcpResolver dhcp) {
        ports.forEach(port -> at(port.port().networkId()).computeIfAbsent(port.hostId(), id -> new ArrayList<>())
            .add(port));
        final Map<UUID, Set<String>> presence = new HashMap<>();
        byNetwork.forEach((id, hosts) -> presence.put(id, hosts.keySet()));
        final var reach = new Reach(all, presence);
        routers = reach.routers();
        outsides.segments().keySet().forEach(this::at);
        // Packets may leave the host in such a network, though it has no port anywhere.
        routers.values().forEach(router -> router.relays().keySet().forEach(this::at));

        final Map<UUID, SortedSet<MacAddress>> macs = new HashMap<>();
        routers.values().stream().flatMap(router -> router.interfaces().stream()).forEach(one ->
            macs.computeIfAbsent(one.networkId(), id -> new TreeSet<>()).add(one.mac()));
        byNetwork.forEach((id, hosts) -> {
            hosts.values().forEach(local -> local.sort(Comparator.comparingInt(BoundPort::number)));
            networks.put(id, new Placement(segments.get(id), hosts, reach.hosts(id),
                macs.getOrDefault(id, Collections.emptySortedSet()),
                outsides.neighbours().getOrDefault(id, Collections.emptySortedMap()),
                outsides.hosts().getOrDefault(id, Collections.emptySortedSet()),
                wires.getOrDefault(id, Wire.NONE), dhcp.withoutInterface(id)));
        });
    }

    private SortedMap<String, List<BoundPort>> at(final UUID networkId) {
        return byNetwork.computeIfAbsent(networkId, id -> new TreeMap<>());
    }

    /** The networks that are anywhere. */
    Map<UUID, Placement> networks() {
        return networks;
    }

    /** The routers, with where they relay. */
    Map<UUID, ResolvedRouter> routers() {
        return routers;
    }
}
