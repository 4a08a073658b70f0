/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import java.util.Optional;

/**
 * A host's word that a device of it leads to a physical network.
 *
 * @param network the physical network's name
 * @param device  a bridge of the host, or an interface
 * @param bridge  the bridge, where it is one
 */
record ProviderMapping(String network, String device, Optional<Row> bridge) {
    private static final String HERE = "tn-int-";
    private static final String THERE = "tn-phy-";

    /** The port on br-int that leads there: one of a pair of patch ports, or the interface itself. */
    String port() {
        return bridge.isPresent() ? patch(device) : device;
    }

    /** The port on the bridge, at the other end of {@link #port()}. */
    String peer() {
        return THERE + device;
    }

    /** The port on br-int that leads to a bridge. */
    static String patch(final String bridge) {
        return HERE + bridge;
    }
}
