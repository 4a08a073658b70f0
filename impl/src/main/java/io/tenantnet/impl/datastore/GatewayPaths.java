/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import java.util.UUID;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.HardwareVtep;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.HardwareVtepKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.L2Gateway;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.L2GatewayConnection;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.L2GatewayConnectionKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.L2GatewayKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.VtepBinding;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.VtepBindingKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.VtepServiceNode;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.VtepServiceNodeKey;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/** Where the state of what is attached through hardware VTEPs stands. */
final class GatewayPaths {
    private GatewayPaths() {
    }

    static InstanceIdentifier<L2Gateway> gateway(final UUID id) {
        return StatePaths.ROOT.child(L2Gateway.class, new L2GatewayKey(StateEntries.uuid(id)));
    }

    static InstanceIdentifier<L2GatewayConnection> connection(final UUID id) {
        return StatePaths.ROOT.child(L2GatewayConnection.class, new L2GatewayConnectionKey(StateEntries.uuid(id)));
    }

    static InstanceIdentifier<VtepBinding> binding(final UUID id) {
        return StatePaths.ROOT.child(VtepBinding.class, new VtepBindingKey(StateEntries.uuid(id)));
    }

    static InstanceIdentifier<VtepServiceNode> serviceNodes(final UUID id) {
        return StatePaths.ROOT.child(VtepServiceNode.class, new VtepServiceNodeKey(StateEntries.uuid(id)));
    }

    static InstanceIdentifier<HardwareVtep> vtep(final String id) {
        return StatePaths.ROOT.child(HardwareVtep.class, new HardwareVtepKey(id));
    }
}
