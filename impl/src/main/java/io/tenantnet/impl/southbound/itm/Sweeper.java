/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.southbound.itm.Leftovers.Entry;
import java.util.Set;
import java.util.stream.Collectors;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what Genius forgot to. Not thread-safe. */
final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final Store store;
    private final LeftoverReader reader;

    private Set<Entry> suspects = Set.of();

    Sweeper(final Store store) {
        this.store = requireNonNull(store);
        reader = new LeftoverReader(store);
    }

    /**
     * Deletes what serves nothing now and served nothing at the last call either, so that Genius has had time for it.
     *
     * @throws IllegalStateException if the datastore fails
     */
    void sweep() {
        final var orphans = reader.read().orphans();
        final var due = orphans.stream().filter(suspects::contains).toList();
        suspects = orphans;
        if (!due.isEmpty()) {
            LOG.info("Deleting what Genius has left of tunnels that are gone: {}",
                due.stream().collect(Collectors.groupingBy(Entry::kind, Collectors.counting())));
            store.write(transaction -> due.forEach(
                entry -> transaction.delete(LogicalDatastoreType.CONFIGURATION, entry.path())));
        }
    }
}
