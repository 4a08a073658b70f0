/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import java.util.Optional;

/**
 * Reads what a connection leads to out of the rows of its database.
 *
 * @param <T> what it leads to
 */
interface PresenceReader<T> {
    /** What kind of thing it is, for the log. */
    String kind();

    /** What identifies it; empty while there is none, or while it is none of TenantNet's business. */
    Optional<String> id(Rows rows);

    /** More about it, for the log. */
    String about(Rows rows);

    /**
     * Reads one that is connected.
     *
     * @param endpoint where it connects from, and to
     * @param first    whether this is the first look at it on this connection
     * @param problem  in words, why its rows are not as they should be
     */
    T read(String id, Rows rows, Endpoint endpoint, boolean first, Optional<String> problem);
}
