/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/**
 * What Genius keeps about tunnels in the config datastore. It writes a tunnel's interface first and deletes it first,
 * so what speaks of a tunnel without an interface was forgotten.
 *
 * @param interfaces the names of the tunnels that have an interface
 * @param entries    what else there is
 */
record Leftovers(Set<String> interfaces, List<Entry> entries) {
    Leftovers {
        interfaces = Set.copyOf(interfaces);
        entries = List.copyOf(entries);
    }

    /** What an entry is. */
    enum Kind {
        /** A port of a bridge that the OVSDB plugin shows. */
        PORT,
        /** A port of a bridge that it does not show. */
        PORT_OF_ABSENT_BRIDGE,
        /** A flow of a switch. */
        FLOW,
        /** The services bound to a tunnel. */
        BINDING
    }

    /**
     * An entry that is for one tunnel.
     *
     * @param tunnel the tunnel's name
     * @param path   where the entry is
     */
    record Entry(Kind kind, String tunnel, InstanceIdentifier<?> path) {
    }

    /** The entries that serve nothing any more. */
    Set<Entry> orphans() {
        // A switch that was set up anew has another node for the same bridge, with tunnels of the same names.
        final var alive = entries.stream().filter(entry -> entry.kind() == Kind.PORT).map(Entry::tunnel)
            .collect(Collectors.toSet());
        return entries.stream().filter(entry -> !interfaces.contains(entry.tunnel())
            || entry.kind() == Kind.PORT_OF_ABSENT_BRIDGE && alive.contains(entry.tunnel()))
            .collect(Collectors.toSet());
    }
}
