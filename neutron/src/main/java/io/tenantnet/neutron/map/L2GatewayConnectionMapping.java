/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.map;

import io.tenantnet.neutron.json.Fields;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.L2GatewayConnections;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateway.connections.L2GatewayConnection;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateway.connections.L2GatewayConnectionBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateway.connections.L2GatewayConnectionKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/** l2gateway_connection of networking-l2gw: a connection of the tenant model. */
final class L2GatewayConnectionMapping implements Mapping<L2GatewayConnection> {
    private static final String VLAN = "segmentation_id";

    @Override
    public InstanceIdentifier<L2GatewayConnection> path(final String id) {
        return InstanceIdentifier.builder(TenantNetworks.class).child(L2GatewayConnections.class)
            .child(L2GatewayConnection.class, new L2GatewayConnectionKey(new Uuid(id))).build();
    }

    @Override
    public L2GatewayConnection data(final String id, final Fields fields) {
        return new L2GatewayConnectionBuilder(new Identity(id, fields))
            // networking-odl renames the key of networking-l2gw.
            .setL2GatewayId(Values.id(fields, fields.id("gateway_id").isPresent() ? "gateway_id" : "l2_gateway_id"))
            .setNetworkId(Values.id(fields, "network_id"))
            .setSegmentationId(fields.nameOrNumber(VLAN).map(text -> Vlans.read(fields, VLAN, text)).orElse(null))
            .build();
    }
}
