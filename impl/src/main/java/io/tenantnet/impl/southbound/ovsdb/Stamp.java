/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import java.util.Map;

/** The mark on the rows that TenantNet made and may therefore change and remove again. */
final class Stamp {
    private static final String KEY = "tenantnet";

    /** What external_ids of such a row says. */
    static final Map<String, String> EXTERNAL_IDS = Map.of(KEY, "true");

    private Stamp() {
    }

    static boolean isOn(final Row row) {
        return row.entry("external_ids", KEY).filter("true"::equals).isPresent();
    }
}
