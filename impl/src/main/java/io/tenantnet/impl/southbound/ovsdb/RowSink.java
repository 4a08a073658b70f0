/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import org.opendaylight.ovsdb.lib.schema.DatabaseSchema;

/** Hears what is monitored on one connection, in the loop. */
interface RowSink {
    /** The switch has no such database. Comes instead of anything else. */
    void absent();

    /** The monitor is up: all rows there are. Comes once, before anything else. */
    void began(DatabaseSchema schema, RowChanges all);

    /** Some rows changed. */
    void changed(RowChanges changes);
}
