/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables and columns that are looked at, of hosts and of hardware VTEPs; see ovs-vswitchd.conf.db(5), vtep(5). */
enum OvsTable {
    OPEN_VSWITCH(OvsTable.DATABASE, "Open_vSwitch", "ovs_version", "external_ids", "other_config", "datapath_types",
        "bridges"),
    BRIDGE(OvsTable.DATABASE, "Bridge", "name", "datapath_id", "datapath_type", "fail_mode", "protocols", "controller",
        "ports", "other_config"),
    PORT(OvsTable.DATABASE, "Port", "name", "interfaces", "external_ids"),
    INTERFACE(OvsTable.DATABASE, "Interface", "name", "type", "options", "ofport", "external_ids", "error"),
    CONTROLLER(OvsTable.DATABASE, "Controller", "target", "is_connected", "role", "connection_mode",
        "external_ids"),
    MANAGER(OvsTable.DATABASE, "Manager", "target"),

    GLOBAL(OvsTable.HARDWARE_VTEP, "Global", "managers", "switches"),
    PHYSICAL_SWITCH(OvsTable.HARDWARE_VTEP, "Physical_Switch", "name", "description", "management_ips", "tunnel_ips",
        "ports", "switch_fault_status"),
    PHYSICAL_PORT(OvsTable.HARDWARE_VTEP, "Physical_Port", "name", "vlan_bindings", "port_fault_status"),
    LOGICAL_SWITCH(OvsTable.HARDWARE_VTEP, "Logical_Switch", "name", "description", "tunnel_key", "replication_mode"),
    UCAST_MACS_LOCAL(OvsTable.HARDWARE_VTEP, "Ucast_Macs_Local", "MAC", "logical_switch", "locator"),
    UCAST_MACS_REMOTE(OvsTable.HARDWARE_VTEP, "Ucast_Macs_Remote", "MAC", "logical_switch", "locator", "ipaddr"),
    MCAST_MACS_LOCAL(OvsTable.HARDWARE_VTEP, "Mcast_Macs_Local", "MAC", "logical_switch"),
    MCAST_MACS_REMOTE(OvsTable.HARDWARE_VTEP, "Mcast_Macs_Remote", "MAC", "logical_switch", "locator_set"),
    PHYSICAL_LOCATOR(OvsTable.HARDWARE_VTEP, "Physical_Locator", "encapsulation_type", "dst_ip", "tunnel_key"),
    PHYSICAL_LOCATOR_SET(OvsTable.HARDWARE_VTEP, "Physical_Locator_Set", "locators");

    /** The database of hosts. */
    static final String DATABASE = "Open_vSwitch";
    /** The database of hardware switches, see vtep(5). */
    static final String HARDWARE_VTEP = "hardware_vtep";

    /** All databases that are looked at. */
    static final List<String> DATABASES = List.of(DATABASE, HARDWARE_VTEP);

    private final String database;
    private final String title;
    private final Set<String> columns;

    OvsTable(final String database, final String title, final String... columns) {
        this.database = database;
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

    /** The tables of a database. */
    static List<OvsTable> of(final String database) {
        return Arrays.stream(values()).filter(table -> table.database.equals(database)).toList();
    }

    static Optional<OvsTable> titled(final String database, final String title) {
        return of(database).stream().filter(table -> table.title.equals(title)).findFirst();
    }
}
