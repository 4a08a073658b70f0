/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables and columns of the Open_vSwitch database that are looked at; see ovs-vswitchd.conf.db(5). */
enum OvsTable {
    OPEN_VSWITCH("Open_vSwitch", "ovs_version", "external_ids", "other_config", "datapath_types", "bridges"),
    BRIDGE("Bridge", "name", "datapath_id", "datapath_type", "fail_mode", "protocols", "controller", "ports",
        "other_config"),
    PORT("Port", "name", "interfaces", "external_ids"),
    INTERFACE("Interface", "name", "type", "options", "ofport", "external_ids", "error"),
    CONTROLLER("Controller", "target", "is_connected", "connection_mode", "external_ids"),
    MANAGER("Manager", "target");

    /** The database that holds these tables. */
    static final String DATABASE = "Open_vSwitch";

    private final String title;
    private final Set<String> columns;

    OvsTable(final String title, final String... columns) {
        this.title = title;
        this.columns = Set.copyOf(List.of(columns));
    }

    /** The table's name in the schema. */
    String title() {
        return title;
    }

    /** The columns that are monitored, where the host's schema has them. */
    Set<String> columns() {
        return columns;
    }

    static Optional<OvsTable> titled(final String title) {
        return Arrays.stream(values()).filter(table -> table.title.equals(title)).findFirst();
    }
}
