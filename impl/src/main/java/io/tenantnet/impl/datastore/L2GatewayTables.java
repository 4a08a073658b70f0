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
import java.util.List;
import java.util.Optional;
import org.opendaylight.mdsal.binding.api.DataObjectModification;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.L2GatewayConnections;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.VtepBindings;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.VtepServiceNodes;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.vtep.service.nodes.VtepServiceNode;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;

/** The objects about hardware VTEPs, as they are stored. Not for several threads. */
final class L2GatewayTables {
    private final ObjectTable<?, ?, L2Gateway> gateways = new ObjectTable<>(
        org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.L2Gateways.class,
        org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateways.L2Gateway.class,
        TenantNetworks::getL2Gateways,
        org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.L2Gateways::getL2Gateway,
        entry -> entry.getUuid(), ConfigReader::l2Gateway);
    private final ObjectTable<?, ?, L2GatewayConnection> connections = new ObjectTable<>(L2GatewayConnections.class,
        org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121
            .l2.gateways.l2.gateway.connections.L2GatewayConnection.class,
        TenantNetworks::getL2GatewayConnections, L2GatewayConnections::getL2GatewayConnection,
        entry -> entry.getUuid(), ConfigReader::l2GatewayConnection);
    private final ObjectTable<?, ?, VtepBinding> bindings = new ObjectTable<>(VtepBindings.class,
        org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.vtep.bindings.VtepBinding.class,
        TenantNetworks::getVtepBindings, VtepBindings::getVtepBinding, entry -> entry.getUuid(),
        ConfigReader::vtepBinding);
    private final ObjectTable<?, ?, ServiceNodes> serviceNodes = new ObjectTable<>(VtepServiceNodes.class,
        VtepServiceNode.class, TenantNetworks::getVtepServiceNodes, VtepServiceNodes::getVtepServiceNode,
        entry -> entry.getUuid(), ConfigReader::serviceNodes);
    private final List<ObjectTable<?, ?, ?>> all = List.of(gateways, connections, bindings, serviceNodes);

    /** Takes all entries anew. */
    void replace(final Optional<TenantNetworks> newest) {
        all.forEach(table -> table.replace(newest));
    }

    /** Takes a change of the tenant model. */
    void apply(final DataObjectModification<TenantNetworks> change) {
        all.forEach(table -> table.apply(change));
    }

    /** All objects, as a value that does not change. */
    L2Gateways content() {
        return new L2Gateways(gateways.content(), connections.content(), bindings.content(), serviceNodes.content());
    }
}
