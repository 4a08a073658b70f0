/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.model.Host;
import java.util.Optional;

/**
 * Reads the host on a connection whose ovsdb-server also holds the database of a hardware VTEP. Whoever is the manager of
 * that one is shown this one, too; it is a host only where it has been given a manager of its own (ovs-vsctl
 * set-manager).
 */
final class SharedServerReader implements PresenceReader<Host> {
    private final PresenceReader<Host> reader;

    SharedServerReader(final PresenceReader<Host> reader) {
        this.reader = requireNonNull(reader);
    }

    @Override
    public String kind() {
        return reader.kind();
    }

    @Override
    public Optional<String> id(final Rows rows) {
        return reader.id(rows).filter(id -> !rows.rows(OvsTable.MANAGER).isEmpty());
    }

    @Override
    public String about(final Rows rows) {
        return reader.about(rows);
    }

    @Override
    public Host read(final String id, final Rows rows, final Endpoint endpoint, final boolean first,
            final Optional<String> problem) {
        return reader.read(id, rows, endpoint, first, problem);
    }
}
