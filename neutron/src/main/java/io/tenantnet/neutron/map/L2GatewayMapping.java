/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.map;

import io.tenantnet.neutron.json.Fields;
import java.util.Comparator;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.L2Gateways;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateways.L2Gateway;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateways.L2GatewayBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateways.L2GatewayKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateways.l2.gateway.Devices;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateways.l2.gateway.DevicesBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateways.l2.gateway.devices.Interfaces;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateways.l2.gateway.devices.InterfacesBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/** l2_gateway of networking-l2gw: a gateway of the tenant model. */
final class L2GatewayMapping implements Mapping<L2Gateway> {
    private static final String VLANS = "segmentation_id";

    @Override
    public InstanceIdentifier<L2Gateway> path(final String id) {
        return InstanceIdentifier.builder(TenantNetworks.class).child(L2Gateways.class)
            .child(L2Gateway.class, new L2GatewayKey(new Uuid(id))).build();
    }

    @Override
    public L2Gateway data(final String id, final Fields fields) {
        return new L2GatewayBuilder(new Identity(id, fields))
            .setDevices(Lists.keyed(fields, "devices", L2GatewayMapping::device, Devices::key)).build();
    }

    private static Devices device(final Fields fields) {
        return new DevicesBuilder().setDeviceName(Lists.needed(fields, "device_name"))
            .setInterfaces(Lists.keyed(fields, "interfaces", L2GatewayMapping::port, Interfaces::key)).build();
    }

    private static Interfaces port(final Fields fields) {
        return new InterfacesBuilder().setName(Lists.needed(fields, "name"))
            .setSegmentationIds(fields.namesOrNumbers(VLANS).stream().map(text -> Vlans.read(fields, VLANS, text))
                .distinct().sorted(Comparator.comparing(vlan -> vlan.getValue().longValue())).toList()).build();
    }
}
