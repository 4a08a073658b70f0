/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.resolve.Resolved;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the tunnels that ITM was asked for and that the hosts do not have. Pure. */
final class MissingTunnels {
    private MissingTunnels() {
    }

    /** A tunnel from one datapath id to another. */
    record Tunnel(long from, long to) {
    }

    /**
     * The tunnels between VTEPs that ITM has joined, of connected hosts: only of these it can be told what they
     * have, and only there ITM can do something about it.
     */
    static Set<Tunnel> find(final Model model, final Resolved resolved, final Map<Long, IpAddress> wanted,
            final MeshView view) {
        final var joined = new HashMap<String, Long>();
        model.hosts().values().stream().filter(host -> host.connected() && host.datapathId().isPresent())
            .forEach(host -> {
                final long dpn = host.datapathId().getAsLong();
                if (host.tunnelAddress().equals(Optional.ofNullable(wanted.get(dpn)))
                        && view.zone().containsKey(dpn) && view.endpoints().containsKey(dpn)) {
                    joined.put(host.id(), dpn);
                }
            });
        final var missing = new HashSet<Tunnel>();
        joined.forEach((from, dpn) -> {
            final var site = resolved.sites().get(from);
            joined.forEach((to, peer) -> {
                if (site != null && !from.equals(to) && !site.egress(NetworkType.VXLAN).containsKey(to)) {
                    missing.add(new Tunnel(dpn, peer));
                }
            });
        });
        return missing;
    }
}
