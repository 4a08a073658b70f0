/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.config.ConfigReader;
import io.tenantnet.impl.model.SecurityGroup;
import io.tenantnet.impl.model.SecurityRule;
import io.tenantnet.impl.model.Settings;
import org.opendaylight.mdsal.binding.dom.codec.api.BindingNormalizedNodeSerializer;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateway.connections.L2GatewayConnection;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateways.L2Gateway;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.vtep.bindings.VtepBinding;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.vtep.service.nodes.VtepServiceNode;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.floating.ips.FloatingIp;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.port.forwardings.PortForwarding;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.routers.Router;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks.Network;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.Port;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.subnets.Subnet;
import org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.qos.qos.policies.QosPolicy;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.group.rules.SecurityGroupRule;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Source;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.TenantObject;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/**
 * Reads objects of the tenant model in the form in which the datastore keeps them. All methods throw
 * {@link io.tenantnet.impl.config.InvalidLeafException} for an object that cannot be meant.
 */
final class EntryReader {
    private final BindingNormalizedNodeSerializer serializer;

    EntryReader(final BindingNormalizedNodeSerializer serializer) {
        this.serializer = requireNonNull(serializer);
    }

    NetworkEntry network(final YangInstanceIdentifier path, final NormalizedNode<?, ?> node) {
        final var network = read(path, node, Network.class);
        return new NetworkEntry(network.getUuid().getValue(), ofNeutron(network), ConfigReader.network(network),
            ConfigReader.segments(network));
    }

    SubnetEntry subnet(final YangInstanceIdentifier path, final NormalizedNode<?, ?> node) {
        final var subnet = read(path, node, Subnet.class);
        return new SubnetEntry(subnet.getUuid().getValue(), ofNeutron(subnet), ConfigReader.subnet(subnet));
    }

    PortEntry port(final YangInstanceIdentifier path, final NormalizedNode<?, ?> node) {
        final var port = read(path, node, Port.class);
        return new PortEntry(port.getUuid().getValue(), ofNeutron(port), ConfigReader.port(port));
    }

    TrunkEntry trunk(final YangInstanceIdentifier path, final NormalizedNode<?, ?> node) {
        final var trunk = read(path, node,
            org.opendaylight.yang.gen.v1.urn.tenantnet.trunk.rev261121.trunk.trunks.Trunk.class);
        return new TrunkEntry(trunk.getUuid().getValue(), ofNeutron(trunk), ConfigReader.trunk(trunk));
    }

    SecurityGroup securityGroup(final YangInstanceIdentifier path, final NormalizedNode<?, ?> node) {
        return ConfigReader.securityGroup(read(path, node, org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121
            .security.security.groups.SecurityGroup.class));
    }

    SecurityRule securityRule(final YangInstanceIdentifier path, final NormalizedNode<?, ?> node) {
        return ConfigReader.securityRule(read(path, node, SecurityGroupRule.class));
    }

    Settings settings(final YangInstanceIdentifier path, final NormalizedNode<?, ?> node) {
        return ConfigReader.settings(read(path, node,
            org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.Settings.class));
    }

    void checkRouter(final YangInstanceIdentifier path, final NormalizedNode<?, ?> node) {
        ConfigReader.router(read(path, node, Router.class));
    }

    void checkFloatingIp(final YangInstanceIdentifier path, final NormalizedNode<?, ?> node) {
        ConfigReader.floatingIp(read(path, node, FloatingIp.class));
    }

    void checkPortForwarding(final YangInstanceIdentifier path, final NormalizedNode<?, ?> node) {
        ConfigReader.portForwarding(read(path, node, PortForwarding.class));
    }

    void checkL2Gateway(final YangInstanceIdentifier path, final NormalizedNode<?, ?> node) {
        ConfigReader.l2Gateway(read(path, node, L2Gateway.class));
    }

    void checkL2GatewayConnection(final YangInstanceIdentifier path, final NormalizedNode<?, ?> node) {
        ConfigReader.l2GatewayConnection(read(path, node, L2GatewayConnection.class));
    }

    void checkVtepBinding(final YangInstanceIdentifier path, final NormalizedNode<?, ?> node) {
        ConfigReader.vtepBinding(read(path, node, VtepBinding.class));
    }

    void checkServiceNodes(final YangInstanceIdentifier path, final NormalizedNode<?, ?> node) {
        ConfigReader.serviceNodes(read(path, node, VtepServiceNode.class));
    }

    private static boolean ofNeutron(final TenantObject object) {
        return object.getSource() == Source.Neutron;
    }

    void checkQosPolicy(final YangInstanceIdentifier path, final NormalizedNode<?, ?> node) {
        ConfigReader.qosPolicy(read(path, node, QosPolicy.class));
    }

    private <T> T read(final YangInstanceIdentifier path, final NormalizedNode<?, ?> node, final Class<T> type) {
        final var read = serializer.fromNormalizedNode(path, node);
        if (read == null) {
            throw new IllegalStateException("No binding is known for " + path);
        }
        return type.cast(read.getValue());
    }
}
