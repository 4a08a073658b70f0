/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.opendaylight.ovsdb.lib.OvsdbClient;

/**
 * Finds connections that came or went without a word. The library tells its listeners one after the other, and where one of
 * them throws, as OpenDaylight's OVSDB plugin does at times when a connection ends, the others do not hear of it; nor of the
 * host's next connection, which waits for the end of the former. Used in the loop.
 */
final class UntoldClients {
    private Set<OvsdbClient> strangers = Set.of();

    /**
     * Of known connections, those that have ended.
     *
     * @param known those that were told of
     */
    static List<OvsdbClient> ended(final Collection<OvsdbClient> known) {
        return known.stream().filter(client -> !client.isActive()).toList();
    }

    /**
     * The connections of which nothing was told now nor at the last call: the library may have been about to tell.
     *
     * @param present all that there are
     * @param known   those that were told of
     */
    List<OvsdbClient> begun(final Collection<OvsdbClient> present, final Collection<OvsdbClient> known) {
        final Set<OvsdbClient> now = Collections.newSetFromMap(new IdentityHashMap<>());
        now.addAll(present);
        now.removeIf(client -> !client.isActive());
        known.forEach(now::remove);
        final var before = strangers;
        strangers = now;
        return now.stream().filter(before::contains).toList();
    }
}
