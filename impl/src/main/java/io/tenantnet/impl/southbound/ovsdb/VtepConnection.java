/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.model.Vtep;
import java.util.List;
import java.util.function.Consumer;
import org.opendaylight.ovsdb.lib.OvsdbClient;
import org.opendaylight.ovsdb.lib.schema.DatabaseSchema;
import org.opendaylight.ovsdb.lib.schema.GenericTableSchema;

/** The part of a connection that is about the hardware_vtep database. Used in the loop. */
final class VtepConnection implements RowSink {
    private final OvsdbClient client;
    private final Endpoint endpoint;
    private final PresenceReader<Vtep> reader;
    private final Registry<Vtep> registry;
    private final VtepWishes wishes;
    private final Loop loop;
    private final Consumer<Boolean> known;

    private Session<Vtep> session;

    /**
     * Makes it.
     *
     * @param known told once whether the switch has such a database
     */
    VtepConnection(final OvsdbClient client, final Endpoint endpoint, final PresenceReader<Vtep> reader,
            final Registry<Vtep> registry, final VtepWishes wishes, final Loop loop, final Consumer<Boolean> known) {
        this.client = requireNonNull(client);
        this.endpoint = requireNonNull(endpoint);
        this.reader = requireNonNull(reader);
        this.registry = requireNonNull(registry);
        this.wishes = requireNonNull(wishes);
        this.loop = requireNonNull(loop);
        this.known = requireNonNull(known);
    }

    @Override
    public void absent() {
        known.accept(false);
    }

    @Override
    public void began(final DatabaseSchema schema, final RowChanges all) {
        final var transactor = new LibraryTransactor(client, schema);
        final boolean modes = schema.table(OvsTable.LOGICAL_SWITCH.title(), GenericTableSchema.class).getColumns()
            .contains("replication_mode");
        session = new Session<>(endpoint, reader, registry, (id, problemChanged) -> List.of(
            new Keeper("Hardware VTEP " + id, new VtepPlanner(() -> wishes.of(id), wishes.memory(id), modes,
                new Patience(loop, this::refresh)), transactor, loop, problemChanged)));
        session.changed(all);
        known.accept(true);
    }

    @Override
    public void changed(final RowChanges changes) {
        session.changed(changes);
    }

    void refresh() {
        if (session != null) {
            session.look();
        }
    }

    void end() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    void stop() {
        if (session != null) {
            session.rest();
            session = null;
        }
    }
}
