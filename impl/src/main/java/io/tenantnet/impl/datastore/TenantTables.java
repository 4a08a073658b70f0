/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import io.tenantnet.impl.config.ConfigReader;
import io.tenantnet.impl.config.InvalidLeafException;
import io.tenantnet.impl.model.FloatingIp;
import io.tenantnet.impl.model.L3;
import io.tenantnet.impl.model.Network;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.PortForwarding;
import io.tenantnet.impl.model.QosPolicy;
import io.tenantnet.impl.model.Router;
import io.tenantnet.impl.model.Security;
import io.tenantnet.impl.model.SecurityGroup;
import io.tenantnet.impl.model.SecurityRule;
import io.tenantnet.impl.model.Subnet;
import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.model.Trunk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.mdsal.binding.api.DataObjectModification;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.FloatingIps;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.PortForwardings;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.Routers;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.Networks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.Ports;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.Settings;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.Subnets;
import org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.qos.QosPolicies;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.SecurityGroupRules;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.SecurityGroups;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.group.rules.SecurityGroupRule;
import org.opendaylight.yang.gen.v1.urn.tenantnet.trunk.rev261121.trunk.Trunks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tenant model as it is stored, and as objects. Not for several threads. */
final class TenantTables {
    private static final Logger LOG = LoggerFactory.getLogger(TenantTables.class);

    private final ObjectTable<?, ?, Network> networks = new ObjectTable<>(Networks.class,
        org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks.Network.class,
        TenantNetworks::getNetworks, Networks::getNetwork, entry -> entry.getUuid(), ConfigReader::network);
    private final ObjectTable<?, ?, Subnet> subnets = new ObjectTable<>(Subnets.class,
        org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.subnets.Subnet.class,
        TenantNetworks::getSubnets, Subnets::getSubnet, entry -> entry.getUuid(), ConfigReader::subnet);
    private final ObjectTable<?, ?, Port> ports = new ObjectTable<>(Ports.class,
        org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.Port.class,
        TenantNetworks::getPorts, Ports::getPort, entry -> entry.getUuid(), ConfigReader::port);
    private final ObjectTable<?, ?, Trunk> trunks = new ObjectTable<>(Trunks.class,
        org.opendaylight.yang.gen.v1.urn.tenantnet.trunk.rev261121.trunk.trunks.Trunk.class,
        TenantNetworks::getTrunks, Trunks::getTrunk, entry -> entry.getUuid(), ConfigReader::trunk);
    private final ObjectTable<?, ?, Router> routers = new ObjectTable<>(Routers.class,
        org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.routers.Router.class,
        TenantNetworks::getRouters, Routers::getRouter, entry -> entry.getUuid(), ConfigReader::router);
    private final ObjectTable<?, ?, FloatingIp> floatingIps = new ObjectTable<>(FloatingIps.class,
        org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.floating.ips.FloatingIp.class,
        TenantNetworks::getFloatingIps, FloatingIps::getFloatingIp, entry -> entry.getUuid(), ConfigReader::floatingIp);
    private final ObjectTable<?, ?, PortForwarding> portForwardings = new ObjectTable<>(PortForwardings.class,
        org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.port.forwardings.PortForwarding.class,
        TenantNetworks::getPortForwardings, PortForwardings::getPortForwarding, entry -> entry.getUuid(),
        ConfigReader::portForwarding);
    private final ObjectTable<?, ?, SecurityGroup> groups = new ObjectTable<>(SecurityGroups.class,
        org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.groups.SecurityGroup.class,
        TenantNetworks::getSecurityGroups, SecurityGroups::getSecurityGroup, entry -> entry.getUuid(),
        ConfigReader::securityGroup);
    private final ObjectTable<?, ?, SecurityRule> rules = new ObjectTable<>(SecurityGroupRules.class,
        SecurityGroupRule.class,
        TenantNetworks::getSecurityGroupRules, SecurityGroupRules::getSecurityGroupRule, entry -> entry.getUuid(),
        ConfigReader::securityRule);
    private final ObjectTable<?, ?, QosPolicy> qosPolicies = new ObjectTable<>(QosPolicies.class,
        org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.qos.qos.policies.QosPolicy.class,
        TenantNetworks::getQosPolicies, QosPolicies::getQosPolicy, entry -> entry.getUuid(), ConfigReader::qosPolicy);
    private final L2GatewayTables gateways = new L2GatewayTables();
    private final List<ObjectTable<?, ?, ?>> all = List.of(networks, subnets, ports, trunks, routers, floatingIps,
        portForwardings, groups, rules, qosPolicies);

    private io.tenantnet.impl.model.Settings settings = io.tenantnet.impl.model.Settings.DEFAULT;

    /** Takes all objects anew. */
    void replace(final Optional<TenantNetworks> newest) {
        all.forEach(table -> table.replace(newest));
        gateways.replace(newest);
        read(newest.map(TenantNetworks::getSettings).orElse(null));
    }

    /** Takes a change. */
    void apply(final DataObjectModification<TenantNetworks> change) {
        if (change.getModificationType() != DataObjectModification.ModificationType.SUBTREE_MODIFIED) {
            replace(Optional.ofNullable(change.getDataAfter()));
            return;
        }
        all.forEach(table -> table.apply(change));
        gateways.apply(change);
        if (change.getModifiedChildContainer(Settings.class) != null) {
            read(change.getDataAfter().getSettings());
        }
    }

    private void read(final @Nullable Settings newest) {
        try {
            settings = ConfigReader.settings(newest);
        } catch (InvalidLeafException e) {
            // As with objects: only a datastore filled by other means can hold it, and the rest is to work.
            LOG.warn("The settings stay as they were: {}", e.getMessage());
        }
    }

    /** All of it, as a value that does not change. */
    TenantModel content() {
        return new TenantModel(settings, networks.content(), subnets.content(), ports.content(), trunks.content(),
            new L3(routers.content(), floatingIps.content(), portForwardings.content(), Map.of()),
            new Security(groups.content(), rules.content()), gateways.content(), qosPolicies.content(), Map.of());
    }
}
