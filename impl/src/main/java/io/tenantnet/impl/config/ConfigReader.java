/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import io.tenantnet.impl.model.FloatingIp;
import io.tenantnet.impl.model.L2Gateway;
import io.tenantnet.impl.model.L2GatewayConnection;
import io.tenantnet.impl.model.Network;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.PortForwarding;
import io.tenantnet.impl.model.QosPolicy;
import io.tenantnet.impl.model.Router;
import io.tenantnet.impl.model.SecurityGroup;
import io.tenantnet.impl.model.SecurityRule;
import io.tenantnet.impl.model.ServiceNodes;
import io.tenantnet.impl.model.Settings;
import io.tenantnet.impl.model.Subnet;
import io.tenantnet.impl.model.Trunk;
import io.tenantnet.impl.model.VtepBinding;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.vtep.service.nodes.VtepServiceNode;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.group.rules.SecurityGroupRule;

/**
 * Converts objects of the tenant model, as the datastore holds them, to the records that everything else works on. The
 * defaults of the YANG model are applied here: they are not stored.
 *
 * <p>All methods throw {@link InvalidLeafException} where a leaf holds what cannot be meant, also in a leaf that the
 * record does not keep. They look at one object only; what must hold between objects is checked where changes are
 * committed. Stateless, so usable from any thread.
 *
 * <p>The rules are those of the Neutron API and its ML2 type drivers, and of the RFCs named where they are applied.
 */
public final class ConfigReader {
    private ConfigReader() {
    }

    /**
     * Reads a network. One with segments is represented by its first vxlan segment, or its first where none is vxlan;
     * {@link #segments} tells them all.
     */
    public static Network network(
            final org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks
                .Network network) {
        return new NetworkReader(network).read();
    }

    /** Reads what a network takes of the infrastructure: nothing, one segment, or several. */
    public static List<ProviderSegment> segments(
            final org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks
                .Network network) {
        return List.copyOf(new NetworkReader(network).segments());
    }

    /** Reads a subnet. */
    public static Subnet subnet(
            final org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.subnets.Subnet subnet) {
        return new SubnetReader(subnet).read();
    }

    /** Reads a port. */
    public static Port port(
            final org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.Port port) {
        return new PortReader(port).read();
    }

    /** Reads a trunk. */
    public static Trunk trunk(final org.opendaylight.yang.gen.v1.urn.tenantnet.trunk.rev261121.trunk.trunks.Trunk trunk) {
        return new TrunkReader(trunk).read();
    }

    /** Reads a router. */
    public static Router router(
            final org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.routers.Router router) {
        return new RouterReader(router).read();
    }

    /** Reads a floating IP. */
    public static FloatingIp floatingIp(
            final org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.floating.ips.FloatingIp floatingIp) {
        return new FloatingIpReader(floatingIp).read();
    }

    /** Reads a port forwarding. */
    public static PortForwarding portForwarding(
            final org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.port.forwardings
                .PortForwarding portForwarding) {
        return new PortForwardingReader(portForwarding).read();
    }

    /** Reads a layer 2 gateway. */
    public static L2Gateway l2Gateway(
            final org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateways.L2Gateway gateway) {
        return new L2GatewayReader(gateway).read();
    }

    /** Reads a connection of a layer 2 gateway. */
    public static L2GatewayConnection l2GatewayConnection(final org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw
            .rev261121.l2.gateways.l2.gateway.connections.L2GatewayConnection connection) {
        return VtepReader.read(connection);
    }

    /** Reads a binding of a physical port. */
    public static VtepBinding vtepBinding(final org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways
            .vtep.bindings.VtepBinding binding) {
        return VtepReader.read(binding);
    }

    /** Reads the service nodes of a switch. */
    public static ServiceNodes serviceNodes(final VtepServiceNode nodes) {
        return VtepReader.read(nodes);
    }

    /** Reads a security group. */
    public static SecurityGroup securityGroup(
            final org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.groups
                .SecurityGroup group) {
        return SecurityGroupReader.read(group);
    }

    /** Reads a rule of a security group. */
    public static SecurityRule securityRule(final SecurityGroupRule rule) {
        return new SecurityRuleReader(rule).read();
    }

    /** Reads a QoS policy. */
    public static QosPolicy qosPolicy(
            final org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.qos.qos.policies.QosPolicy policy) {
        return new QosPolicyReader(policy).read();
    }

    /** Reads the settings; null where there are none. */
    public static Settings settings(
            final org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks
                .@Nullable Settings settings) {
        return settings == null ? Settings.DEFAULT : new SettingsReader(settings).read();
    }
}
