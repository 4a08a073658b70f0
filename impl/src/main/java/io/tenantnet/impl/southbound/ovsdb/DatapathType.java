/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import java.util.Optional;
import java.util.Set;

/**
 * Which datapath the integration bridge should have: what external_ids:tenantnet-datapath-type of Open_vSwitch asks
 * for, else the kernel's where there is one, else the userspace one. A bridge that exists keeps its own unless the
 * operator asked, because a change makes Open vSwitch build the bridge anew.
 *
 * @param name    what to write into Bridge.datapath_type; empty where nothing can or need be written
 * @param problem why the type cannot be had
 */
record DatapathType(Optional<String> name, Optional<String> problem) {
    static final String KERNEL = "system";

    private static final String USERSPACE = "netdev";
    private static final String KEY = "tenantnet-datapath-type";

    /** The type for a bridge that is to be made. */
    static DatapathType forNew(final Row root) {
        final var offered = root.texts("datapath_types");
        final var asked = root.entry("external_ids", KEY);
        if (asked.isPresent()) {
            return asked(asked.orElseThrow(), offered);
        }
        // ovs-vswitchd fills the column in when it starts. Choosing before it did might leave a host with a kernel
        // datapath on the slower one for good.
        return offered.isEmpty() ? impossible("Open vSwitch does not say which datapath types it offers;"
            + " is ovs-vswitchd running?") : chosen(offered.contains(KERNEL) ? KERNEL : USERSPACE);
    }

    /** The type for a bridge that exists. */
    static DatapathType forExisting(final Row root, final Row bridge) {
        return root.entry("external_ids", KEY).filter(asked -> !asked.equals(of(bridge)))
            .map(asked -> asked(asked, root.texts("datapath_types")))
            .orElse(new DatapathType(Optional.empty(), Optional.empty()));
    }

    /** The type that a bridge has. */
    static String of(final Row bridge) {
        return bridge.text("datapath_type").orElse(KERNEL);
    }

    private static DatapathType asked(final String type, final Set<String> offered) {
        return offered.contains(type) ? chosen(type)
            : impossible("external_ids:" + KEY + " asks for datapath type " + type + ", but this Open vSwitch offers "
                + (offered.isEmpty() ? "none yet" : String.join(", ", offered.stream().sorted().toList())));
    }

    private static DatapathType chosen(final String name) {
        return new DatapathType(Optional.of(name), Optional.empty());
    }

    private static DatapathType impossible(final String problem) {
        return new DatapathType(Optional.empty(), Optional.of(problem));
    }
}
