/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import static java.util.Objects.requireNonNullElse;

import io.tenantnet.impl.model.Trunk;
import io.tenantnet.impl.model.Trunk.SubPort;
import java.util.HashSet;
import java.util.List;
import org.opendaylight.yang.gen.v1.urn.tenantnet.trunk.rev261121.trunk.trunks.trunk.SubPorts;

/** Reads a trunk, with the rules of Neutron's trunk extension. */
final class TrunkReader {
    private static final String SUB_PORT = "sub-ports/port-id";
    private static final String VLAN = "sub-ports/segmentation-id";
    /** IEEE 802.1Q: 0 is no VLAN and 4095 is reserved. */
    private static final int HIGHEST_VLAN = 4094;

    private final org.opendaylight.yang.gen.v1.urn.tenantnet.trunk.rev261121.trunk.trunks.Trunk source;
    private final LeafReader leaves;

    TrunkReader(final org.opendaylight.yang.gen.v1.urn.tenantnet.trunk.rev261121.trunk.trunks.Trunk source) {
        this.source = source;
        leaves = LeafReader.of("trunk", source.getUuid().getValue());
    }

    Trunk read() {
        leaves.checkTexts(source);
        final var parent = leaves.uuid("port-id", leaves.needed("port-id", source.getPortId()).getValue());
        final var ports = new HashSet<>(List.of(parent));
        final var vlans = new HashSet<Integer>();
        final var subPorts = source.nonnullSubPorts().stream().map(this::subPort).toList();
        subPorts.forEach(one -> {
            if (!ports.add(one.portId())) {
                throw leaves.refused(SUB_PORT, one.portId(), "is in the trunk already");
            }
            if (!vlans.add(one.vlan())) {
                throw leaves.refused(VLAN, one.vlan(), "is given twice");
            }
        });
        return new Trunk(leaves.uuid("uuid", source.getUuid().getValue()),
            requireNonNullElse(source.isAdminStateUp(), Boolean.TRUE), parent, subPorts);
    }

    private SubPort subPort(final SubPorts entry) {
        final long vlan = leaves.needed(VLAN, entry.getSegmentationId()).longValue();
        if (vlan < 1 || vlan > HIGHEST_VLAN) {
            throw leaves.refused(VLAN, vlan, "is not in 1.." + HIGHEST_VLAN);
        }
        return new SubPort(leaves.uuid(SUB_PORT, entry.getPortId().getValue()), (int) vlan);
    }
}
