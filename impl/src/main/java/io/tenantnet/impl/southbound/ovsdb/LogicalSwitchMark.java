/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import io.tenantnet.impl.model.Uuids;
import java.util.Optional;
import java.util.UUID;

/**
 * The mark on the logical switches that TenantNet made: their description. The schema has no external_ids, and old
 * versions of it no other_config.
 */
final class LogicalSwitchMark {
    private static final String PREFIX = "TenantNet network ";

    private LogicalSwitchMark() {
    }

    static String of(final UUID networkId) {
        return PREFIX + networkId;
    }

    /** The network that a logical switch was made for; empty where others made it. */
    static Optional<UUID> read(final Row logicalSwitch) {
        return logicalSwitch.text("description").filter(text -> text.startsWith(PREFIX))
            .flatMap(text -> Uuids.parse(text.substring(PREFIX.length())));
    }
}
