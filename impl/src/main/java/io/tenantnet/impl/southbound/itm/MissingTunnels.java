/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.resolve.Resolved;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the tunnels that ITM was asked for and that the hosts do not have. Pure. */
final class MissingTunnels {
    private MissingTunnels() {
    }

    /** A tunnel from one datapath id to another. */
    record Tunnel(long from, long to) {
        /** The datapath ids of both. */
        Stream<Long> ends() {
            return Stream.of(from, to);
        }
    }

    /**
     * The tunnels between VTEPs in the zone, of connected hosts: only of these it can be told what they have, and only
     * there ITM can do something about it. Whether ITM counts a VTEP as joined does not matter: it may have failed to.
     */
    static Set<Tunnel> find(final Model model, final Resolved resolved, final Map<Long, IpAddress> wanted,
            final MeshView view) {
        final var joined = new HashMap<String, Long>();
        model.hosts().values().stream().filter(host -> host.connected() && host.datapathId().isPresent())
            .forEach(host -> {
                final long dpn = host.datapathId().getAsLong();
                if (host.tunnelAddress().equals(Optional.ofNullable(wanted.get(dpn))) && view.zone().containsKey(dpn)) {
                    joined.put(host.id(), dpn);
                }
            });
        final var missing = new HashSet<Tunnel>();
        joined.forEach((from, dpn) -> {
            final var site = resolved.sites().get(from);
            joined.forEach((to, peer) -> {
                if (site != null && !from.equals(to) && !site.hasOwnPort(to)) {
                    missing.add(new Tunnel(dpn, peer));
                }
            });
        });
        return missing;
    }
}
