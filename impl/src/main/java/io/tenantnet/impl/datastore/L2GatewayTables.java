/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import io.tenantnet.impl.config.ConfigReader;
import io.tenantnet.impl.model.L2Gateway;
import io.tenantnet.impl.model.L2GatewayConnection;
import io.tenantnet.impl.model.L2Gateways;
import io.tenantnet.impl.model.ServiceNodes;
import io.tenantnet.impl.model.VtepBinding;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.mdsal.binding.api.DataObjectModification;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.L2GatewayConnections;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.VtepBindings;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.VtepServiceNodes;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.vtep.service.nodes.VtepServiceNode;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;

/** The objects about hardware VTEPs, as they are stored. Not for several threads. */
final class L2GatewayTables {
    private final ObjectTable<org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.L2Gateways,
        org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateways.L2Gateway, L2Gateway>
            gateways = new ObjectTable<>(
                org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.L2Gateways::getL2Gateway,
                entry -> entry.getUuid().getValue(), ConfigReader::l2Gateway);
    private final ObjectTable<L2GatewayConnections, org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways
        .l2.gateway.connections.L2GatewayConnection, L2GatewayConnection> connections =
            new ObjectTable<>(L2GatewayConnections::getL2GatewayConnection, entry -> entry.getUuid().getValue(),
                ConfigReader::l2GatewayConnection);
    private final ObjectTable<VtepBindings, org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.vtep
        .bindings.VtepBinding, VtepBinding> bindings = new ObjectTable<>(VtepBindings::getVtepBinding,
            entry -> entry.getUuid().getValue(), ConfigReader::vtepBinding);
    private final ObjectTable<VtepServiceNodes, VtepServiceNode, ServiceNodes> serviceNodes =
        new ObjectTable<>(VtepServiceNodes::getVtepServiceNode, entry -> entry.getUuid().getValue(),
            ConfigReader::serviceNodes);

    /** Takes all entries anew; null for none. */
    void replace(final @Nullable TenantNetworks all) {
        gateways.replace(all == null ? null : all.getL2Gateways());
        connections.replace(all == null ? null : all.getL2GatewayConnections());
        bindings.replace(all == null ? null : all.getVtepBindings());
        serviceNodes.replace(all == null ? null : all.getVtepServiceNodes());
    }

    /** Takes a change of the tenant model. */
    void apply(final DataObjectModification<TenantNetworks> change) {
        gateways.apply(change.getModifiedChildContainer(org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2
            .gateways.L2Gateways.class), org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2
            .gateways.L2Gateway.class);
        connections.apply(change.getModifiedChildContainer(L2GatewayConnections.class), org.opendaylight.yang.gen.v1.urn
            .tenantnet.l2gw.rev261121.l2.gateways.l2.gateway.connections.L2GatewayConnection.class);
        bindings.apply(change.getModifiedChildContainer(VtepBindings.class), org.opendaylight.yang.gen.v1.urn.tenantnet
            .l2gw.rev261121.l2.gateways.vtep.bindings.VtepBinding.class);
        serviceNodes.apply(change.getModifiedChildContainer(VtepServiceNodes.class), VtepServiceNode.class);
    }

    /** All objects, as a value that does not change. */
    L2Gateways content() {
        return new L2Gateways(gateways.content(), connections.content(), bindings.content(), serviceNodes.content());
    }
}
