/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import java.util.UUID;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.TenantNetworksState;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.FloatingIp;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.FloatingIpKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Host;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.HostKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Network;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.NetworkKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Port;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.PortKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.PortForwarding;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.PortForwardingKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Router;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.RouterKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Subnet;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.SubnetKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Trunk;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.TrunkKey;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/** Where the state of the tenants' objects and of the hosts stands. */
final class StatePaths {
    static final InstanceIdentifier<TenantNetworksState> ROOT = InstanceIdentifier.create(TenantNetworksState.class);

    private StatePaths() {
    }

    static InstanceIdentifier<Network> network(final UUID id) {
        return ROOT.child(Network.class, new NetworkKey(StateEntries.uuid(id)));
    }

    static InstanceIdentifier<Subnet> subnet(final UUID id) {
        return ROOT.child(Subnet.class, new SubnetKey(StateEntries.uuid(id)));
    }

    static InstanceIdentifier<Port> port(final UUID id) {
        return ROOT.child(Port.class, new PortKey(StateEntries.uuid(id)));
    }

    static InstanceIdentifier<Trunk> trunk(final UUID id) {
        return ROOT.child(Trunk.class, new TrunkKey(StateEntries.uuid(id)));
    }

    static InstanceIdentifier<Router> router(final UUID id) {
        return ROOT.child(Router.class, new RouterKey(StateEntries.uuid(id)));
    }

    static InstanceIdentifier<FloatingIp> floatingIp(final UUID id) {
        return ROOT.child(FloatingIp.class, new FloatingIpKey(StateEntries.uuid(id)));
    }

    static InstanceIdentifier<PortForwarding> portForwarding(final UUID id) {
        return ROOT.child(PortForwarding.class, new PortForwardingKey(StateEntries.uuid(id)));
    }

    static InstanceIdentifier<Host> host(final String id) {
        return ROOT.child(Host.class, new HostKey(id));
    }
}
