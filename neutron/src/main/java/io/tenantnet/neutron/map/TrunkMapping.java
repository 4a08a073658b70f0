/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.map;

import io.tenantnet.neutron.json.Fields;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.trunk.rev261121.trunk.Trunks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.trunk.rev261121.trunk.trunks.Trunk;
import org.opendaylight.yang.gen.v1.urn.tenantnet.trunk.rev261121.trunk.trunks.TrunkBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.trunk.rev261121.trunk.trunks.TrunkKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.trunk.rev261121.trunk.trunks.trunk.SubPorts;
import org.opendaylight.yang.gen.v1.urn.tenantnet.trunk.rev261121.trunk.trunks.trunk.SubPortsBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/** Neutron's trunk, whose sub-ports are told apart by VLAN: Neutron itself resolves the type "inherit". */
final class TrunkMapping implements Mapping<Trunk> {
    private static final String TYPE = "segmentation_type";

    @Override
    public InstanceIdentifier<Trunk> path(final String id) {
        return InstanceIdentifier.builder(TenantNetworks.class).child(Trunks.class)
            .child(Trunk.class, new TrunkKey(new Uuid(id))).build();
    }

    @Override
    public Trunk data(final String id, final Fields fields) {
        return new TrunkBuilder(new Identity(id, fields))
            .setPortId(Values.id(fields, "port_id"))
            .setAdminStateUp(Values.flag(fields, "admin_state_up"))
            .setSubPorts(Lists.keyed(fields, "sub_ports", TrunkMapping::subPort, SubPorts::key))
            .build();
    }

    private static SubPorts subPort(final Fields fields) {
        final var type = fields.word(TYPE).orElse("vlan");
        if (!type.equals("vlan")) {
            throw fields.wrong(TYPE, "is not vlan");
        }
        return new SubPortsBuilder().setPortId(fields.id("port_id").map(Uuid::new)
            .orElseThrow(() -> fields.wrong("port_id", "is missing")))
            .setSegmentationType(SubPorts.SegmentationType.Vlan)
            .setSegmentationId(Values.number(fields, "segmentation_id")).build();
    }
}
