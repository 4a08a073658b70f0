/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.net.IpAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which VTEPs to delete from the transport zone and which to add. Pure.
 *
 * <p>ITM mistakes a change of a VTEP's address for an addition beside the old one, and names a tunnel after the two
 * addresses alone. So a VTEP never changes in place, and none is added while ITM still knows its datapath id, or its
 * address for another datapath id.
 */
final class MeshPlanner {
    private MeshPlanner() {
    }

    /**
     * The VTEPs that hosts should have: datapath id to tunnel address. Hosts without either have none; of hosts that
     * claim the same datapath id or address only the first has one, in the order of their ids.
     */
    static Map<Long, IpAddress> wanted(final Collection<Host> hosts) {
        final var wanted = new LinkedHashMap<Long, IpAddress>();
        hosts.stream().filter(host -> host.datapathId().isPresent() && host.tunnelAddress().isPresent())
            .sorted(Comparator.comparing(Host::id)).forEach(host -> {
                final var address = host.tunnelAddress().orElseThrow();
                if (!wanted.containsValue(address)) {
                    wanted.putIfAbsent(host.datapathId().getAsLong(), address);
                }
            });
        return wanted;
    }

    /**
     * The steps that can be taken now; when they have had their effect, there may be more.
     *
     * @param wanted the VTEPs there should be
     * @param spared those that are not wanted but may yet be, so that they are left unless they are in the way
     */
    static MeshPlan plan(final Map<Long, IpAddress> wanted, final Set<Long> spared, final MeshView view) {
        final var remove = new HashSet<Long>();
        view.zone().forEach((dpn, address) -> {
            final var own = wanted.get(dpn);
            final boolean stays = own == null
                ? spared.contains(dpn) && address.filter(wanted::containsValue).isEmpty()
                : address.filter(own::equals).isPresent();
            if (!stays) {
                remove.add(dpn);
            }
        });
        final var add = new HashMap<Long, IpAddress>();
        wanted.forEach((dpn, address) -> {
            if (!view.zone().containsKey(dpn) && !isKnown(dpn, address, view)) {
                add.put(dpn, address);
            }
        });
        return new MeshPlan(remove, add);
    }

    private static boolean isKnown(final long dpn, final IpAddress address, final MeshView view) {
        return view.endpoints().containsKey(dpn)
            || view.endpoints().values().stream().anyMatch(addresses -> addresses.contains(address))
            || view.zone().values().stream().anyMatch(other -> other.filter(address::equals).isPresent());
    }

    /** Endpoints that ITM keeps although no transport zone has a VTEP for them. */
    static List<Long> abandoned(final MeshView view) {
        return view.endpoints().keySet().stream()
            .filter(dpn -> !view.zone().containsKey(dpn) && !view.others().containsKey(dpn)).sorted().toList();
    }
}
