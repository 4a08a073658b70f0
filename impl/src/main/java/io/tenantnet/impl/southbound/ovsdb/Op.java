/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import java.util.Map;

/**
 * An operation of an OVSDB transaction (RFC 7047, section 5.2). Values are String, Boolean, {@link Ref}, a Set of
 * these, or a Map of String to String.
 */
sealed interface Op {
    /** The table it is about. */
    OvsTable table();

    /**
     * Adds a row.
     *
     * @param name    what other operations of the transaction call the row; an {@code id} of RFC 7047, so no hyphen
     * @param columns the columns to set; the others get their defaults
     */
    record Insert(OvsTable table, String name, Map<String, Object> columns) implements Op {
        public Insert {
            columns = Map.copyOf(columns);
        }
    }

    /** Sets columns of a row, each replacing what the column held. */
    record Update(OvsTable table, String uuid, Map<String, Object> columns) implements Op {
        public Update {
            columns = Map.copyOf(columns);
        }
    }

    /** Adds elements to the set or map in a column of a row; an element that is there already stays as it is. */
    record Add(OvsTable table, String uuid, String column, Object value) implements Op {
    }

    /** Removes elements of a set, or entries of a map given as a set of their keys, from a column of a row. */
    record Remove(OvsTable table, String uuid, String column, Object value) implements Op {
    }

    /** Removes a row. */
    record Delete(OvsTable table, String uuid) implements Op {
    }

    /** A reference to a row by its UUID or by the name an {@link Insert} of the same transaction gave it. */
    record Ref(String id) {
    }
}
