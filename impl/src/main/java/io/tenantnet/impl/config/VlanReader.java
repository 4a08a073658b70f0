/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.Vlan;

/** Reads the VLANs of physical ports. */
record VlanReader(LeafReader leaves) {
    private static final long HIGHEST = 4094;

    int read(final String leaf, final Vlan vlan) {
        final long value = vlan.getValue().longValue();
        if (value > HIGHEST) {
            throw leaves.refused(leaf, value, "is not in 0.." + HIGHEST + " (0: untagged frames)");
        }
        return (int) value;
    }
}
