/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.config.ConfigReader;
import io.tenantnet.impl.config.InvalidLeafException;
import io.tenantnet.impl.engine.TenantListener;
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
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.DataObjectModification;
import org.opendaylight.mdsal.binding.api.DataTreeChangeListener;
import org.opendaylight.mdsal.binding.api.DataTreeIdentifier;
import org.opendaylight.mdsal.binding.api.DataTreeModification;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
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
import org.opendaylight.yangtools.concepts.ListenerRegistration;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the tenant model in the config datastore. The datastore calls it from one thread at a time. */
public final class TenantModelSource implements DataTreeChangeListener<TenantNetworks>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TenantModelSource.class);
    private static final InstanceIdentifier<TenantNetworks> ROOT = InstanceIdentifier.create(TenantNetworks.class);

    private final ObjectTable<Networks, org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks
        .networks.Network, Network> networks =
            new ObjectTable<>(Networks::getNetwork, entry -> entry.getUuid().getValue(), ConfigReader::network);
    private final ObjectTable<Subnets, org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks
        .subnets.Subnet, Subnet> subnets =
            new ObjectTable<>(Subnets::getSubnet, entry -> entry.getUuid().getValue(), ConfigReader::subnet);
    private final ObjectTable<Ports, org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks
        .ports.Port, Port> ports =
            new ObjectTable<>(Ports::getPort, entry -> entry.getUuid().getValue(), ConfigReader::port);
    private final ObjectTable<Trunks, org.opendaylight.yang.gen.v1.urn.tenantnet.trunk.rev261121.trunk.trunks.Trunk, Trunk>
        trunks = new ObjectTable<>(Trunks::getTrunk, entry -> entry.getUuid().getValue(), ConfigReader::trunk);
    private final ObjectTable<Routers, org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.routers.Router, Router>
        routers = new ObjectTable<>(Routers::getRouter, entry -> entry.getUuid().getValue(), ConfigReader::router);
    private final ObjectTable<FloatingIps, org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.floating.ips
        .FloatingIp, FloatingIp> floatingIps = new ObjectTable<>(FloatingIps::getFloatingIp,
            entry -> entry.getUuid().getValue(), ConfigReader::floatingIp);
    private final ObjectTable<PortForwardings, org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.port
        .forwardings.PortForwarding, PortForwarding> portForwardings = new ObjectTable<>(
            PortForwardings::getPortForwarding, entry -> entry.getUuid().getValue(), ConfigReader::portForwarding);
    private final ObjectTable<SecurityGroups, org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security
        .security.groups.SecurityGroup, SecurityGroup> groups = new ObjectTable<>(SecurityGroups::getSecurityGroup,
            entry -> entry.getUuid().getValue(), ConfigReader::securityGroup);
    private final ObjectTable<SecurityGroupRules, SecurityGroupRule, SecurityRule> rules = new ObjectTable<>(
        SecurityGroupRules::getSecurityGroupRule, entry -> entry.getUuid().getValue(), ConfigReader::securityRule);
    private final L2GatewayTables gateways = new L2GatewayTables();
    private final ObjectTable<QosPolicies, org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.qos.qos.policies
        .QosPolicy, QosPolicy> qosPolicies = new ObjectTable<>(QosPolicies::getQosPolicy,
            entry -> entry.getUuid().getValue(), ConfigReader::qosPolicy);
    private final DataBroker broker;
    private final TenantListener listener;

    private io.tenantnet.impl.model.Settings settings = io.tenantnet.impl.model.Settings.DEFAULT;
    private ListenerRegistration<TenantModelSource> registration;

    /**
     * A source that does not follow yet.
     *
     * @param broker   the datastore
     * @param listener hears of every change
     */
    public TenantModelSource(final DataBroker broker, final TenantListener listener) {
        this.broker = requireNonNull(broker);
        this.listener = requireNonNull(listener);
    }

    /**
     * Follows the model and reads it: in this order, since what is changed in between would not be heard otherwise.
     * When this returns, the listener has heard what was stored.
     *
     * @throws IllegalStateException if the datastore cannot be read
     */
    public void start() {
        registration = broker.registerDataTreeChangeListener(
            DataTreeIdentifier.create(LogicalDatastoreType.CONFIGURATION, ROOT), this);
        read();
    }

    private synchronized void read() {
        try (var transaction = broker.newReadOnlyTransaction()) {
            replace(transaction.read(LogicalDatastoreType.CONFIGURATION, ROOT).get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the tenant model was read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The tenant model cannot be read: " + e.getCause().getMessage(), e);
        }
        tell();
    }

    @Override
    public synchronized void onDataTreeChanged(final Collection<DataTreeModification<TenantNetworks>> changes) {
        changes.forEach(change -> apply(change.getRootNode()));
        tell();
    }

    private void apply(final DataObjectModification<TenantNetworks> change) {
        if (change.getModificationType() != DataObjectModification.ModificationType.SUBTREE_MODIFIED) {
            replace(Optional.ofNullable(change.getDataAfter()));
            return;
        }
        networks.apply(change.getModifiedChildContainer(Networks.class),
            org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks.Network.class);
        subnets.apply(change.getModifiedChildContainer(Subnets.class),
            org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.subnets.Subnet.class);
        ports.apply(change.getModifiedChildContainer(Ports.class),
            org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.Port.class);
        trunks.apply(change.getModifiedChildContainer(Trunks.class),
            org.opendaylight.yang.gen.v1.urn.tenantnet.trunk.rev261121.trunk.trunks.Trunk.class);
        routers.apply(change.getModifiedChildContainer(Routers.class),
            org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.routers.Router.class);
        floatingIps.apply(change.getModifiedChildContainer(FloatingIps.class),
            org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.floating.ips.FloatingIp.class);
        portForwardings.apply(change.getModifiedChildContainer(PortForwardings.class),
            org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.port.forwardings.PortForwarding.class);
        groups.apply(change.getModifiedChildContainer(SecurityGroups.class), org.opendaylight.yang.gen.v1.urn.tenantnet
            .security.rev261121.security.security.groups.SecurityGroup.class);
        rules.apply(change.getModifiedChildContainer(SecurityGroupRules.class), SecurityGroupRule.class);
        gateways.apply(change);
        qosPolicies.apply(change.getModifiedChildContainer(QosPolicies.class),
            org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.qos.qos.policies.QosPolicy.class);
        if (change.getModifiedChildContainer(Settings.class) != null) {
            read(change.getDataAfter().getSettings());
        }
    }

    private void replace(final Optional<TenantNetworks> all) {
        networks.replace(all.map(TenantNetworks::getNetworks).orElse(null));
        subnets.replace(all.map(TenantNetworks::getSubnets).orElse(null));
        ports.replace(all.map(TenantNetworks::getPorts).orElse(null));
        trunks.replace(all.map(TenantNetworks::getTrunks).orElse(null));
        routers.replace(all.map(TenantNetworks::getRouters).orElse(null));
        floatingIps.replace(all.map(TenantNetworks::getFloatingIps).orElse(null));
        portForwardings.replace(all.map(TenantNetworks::getPortForwardings).orElse(null));
        groups.replace(all.map(TenantNetworks::getSecurityGroups).orElse(null));
        rules.replace(all.map(TenantNetworks::getSecurityGroupRules).orElse(null));
        gateways.replace(all.orElse(null));
        qosPolicies.replace(all.map(TenantNetworks::getQosPolicies).orElse(null));
        read(all.map(TenantNetworks::getSettings).orElse(null));
    }

    private void read(final @Nullable Settings newest) {
        try {
            settings = ConfigReader.settings(newest);
        } catch (InvalidLeafException e) {
            // As with objects: only a datastore filled by other means can hold it, and the rest is to work.
            LOG.warn("The settings stay as they were: {}", e.getMessage());
        }
    }

    private void tell() {
        listener.changed(new TenantModel(settings, networks.content(), subnets.content(), ports.content(),
            trunks.content(), new L3(routers.content(), floatingIps.content(), portForwardings.content(), Map.of()),
            new Security(groups.content(), rules.content()), gateways.content(), qosPolicies.content(),
            Map.of()));
    }

    @Override
    public void close() {
        registration.close();
    }
}
