/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.neutron.status.NeutronState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.rev261121.Neutron;
import org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.rev261121.NeutronBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.params.xml.ns.yang.ovsdb.rev150105.OvsdbNodeAugmentation;
import org.opendaylight.yang.gen.v1.urn.opendaylight.params.xml.ns.yang.ovsdb.rev150105.OvsdbNodeAugmentationBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.params.xml.ns.yang.ovsdb.rev150105.ovsdb.node.attributes.OpenvswitchExternalIds;
import org.opendaylight.yang.gen.v1.urn.opendaylight.params.xml.ns.yang.ovsdb.rev150105.ovsdb.node.attributes.OpenvswitchExternalIdsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.params.xml.ns.yang.ovsdb.rev150105.ovsdb.node.attributes.OpenvswitchOtherConfigsBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.TenantNetworksState;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Host;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.HostBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.HostKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Port;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.PortBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.PortKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.ObjectStatus;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.NetworkTopology;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.NodeId;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.TopologyId;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.network.topology.Topology;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.network.topology.TopologyKey;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.network.topology.topology.Node;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.network.topology.topology.NodeKey;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

class NeutronStateTest {
    private static final InstanceIdentifier<TenantNetworksState> STATE =
        InstanceIdentifier.create(TenantNetworksState.class);
    private static final String PORT = "00000000-0000-4000-8000-000000000001";
    private static final String OTHER = "00000000-0000-4000-8000-000000000002";

    private final Api api = new Api();
    private final MemoryStore store = api.store();

    @Test
    void theStatusOfNeutronsPorts() {
        try (var state = new NeutronState(store.broker())) {
            api.post("ports", "{'port': {'id': '" + PORT + "'}}");
            setStatus(PORT, ObjectStatus.BUILD);
            setStatus(OTHER, ObjectStatus.ACTIVE);
            await(() -> ports().equals(List.of(PORT + " DOWN")));
            setStatus(PORT, ObjectStatus.ACTIVE);
            await(() -> ports().equals(List.of(PORT + " ACTIVE")));
            api.delete("ports/" + PORT);
            await(() -> ports().isEmpty());
        }
        assertThat(store.read(LogicalDatastoreType.OPERATIONAL, Neutron.class)).isEmpty();
    }

    @Test
    void aPortStaysActiveWhileItsFlowsChangeButNotWhereItMoves() {
        try (var state = new NeutronState(store.broker())) {
            api.post("ports", "{'port': {'id': '" + PORT + "'}}");
            api.post("ports", "{'port': {'id': '" + OTHER + "'}}");
            setStatus(PORT, ObjectStatus.ACTIVE, "h1");
            await(() -> ports().equals(List.of(PORT + " ACTIVE")));
            setStatus(PORT, ObjectStatus.BUILD, "h1");
            setStatus(OTHER, ObjectStatus.ACTIVE, "h1");
            await(() -> ports().contains(OTHER + " ACTIVE"));
            assertThat(ports()).contains(PORT + " ACTIVE");
            setStatus(PORT, ObjectStatus.BUILD, "h2");
            await(() -> ports().contains(PORT + " DOWN"));
            setStatus(PORT, ObjectStatus.ACTIVE, "h2");
            await(() -> ports().contains(PORT + " ACTIVE"));
            setStatus(PORT, ObjectStatus.DOWN, "h2");
            await(() -> ports().contains(PORT + " DOWN"));
        }
        assertThat(store.read(LogicalDatastoreType.OPERATIONAL, Neutron.class)).isEmpty();
    }

    @Test
    void hostsWithWhatTheySayOrWhatFollows() {
        try (var state = new NeutronState(store.broker())) {
            addHost("id-1", "compute-1");
            addHost("id-2", "compute-2");
            await(() -> config("compute-1").contains("[\"vxlan\"]"));
            addSwitch("id-1", "system-id", "id-1", "odl_os_hostconfig_hostid", "nova-1",
                "odl_os_hostconfig_config_odl_l2", "{\"as\":\"told\"}");
            addSwitch("id-2", "system-id", "id-2", "rack", "7");
            await(() -> config("nova-1").equals("{\"as\":\"told\"}") && config("compute-1").isEmpty());
            await(() -> config("compute-2").contains("\"bridge_mappings\":{\"physnet1\":\"br-ex\"}"));
            assertThat(config("compute-2")).contains("\"vxlan\"", "\"physnet1\"", "\"datapath_type\":\"netdev\"").doesNotContain("\"flat\"", "\"vlan\"");
        }
    }

    @Test
    void theFeatureThatTheDriverAsksFor() {
        try (var state = new NeutronState(store.broker())) {
            await(() -> neutron().getFeatures() != null && neutron().getFeatures().nonnullFeature().size() == 1);
        }
    }

    private Neutron neutron() {
        return store.read(LogicalDatastoreType.OPERATIONAL, Neutron.class).orElseGet(() ->
            new NeutronBuilder().build());
    }

    private List<String> ports() {
        final var ports = neutron().getPorts();
        return ports == null ? List.of() : ports.nonnullPort().stream()
            .map(port -> port.getUuid() + " " + port.getStatus()).toList();
    }

    private String config(final String host) {
        final var hosts = neutron().getHostconfigs();
        return hosts == null ? "" : hosts.nonnullHostconfig().stream()
            .filter(config -> config.getHostId().equals(host)).map(config -> config.getConfig()).findFirst().orElse("");
    }

    private void setStatus(final String port, final ObjectStatus status) {
        setStatus(port, status, null);
    }

    private void setStatus(final String port, final ObjectStatus status, final String host) {
        final var key = new PortKey(new Uuid(port));
        store.put(LogicalDatastoreType.OPERATIONAL, STATE.child(Port.class, key),
            new PortBuilder().withKey(key).setStatus(status).setHostId(host).build());
    }

    private void addHost(final String id, final String name) {
        store.put(LogicalDatastoreType.OPERATIONAL, STATE.child(Host.class, new HostKey(id)),
            new HostBuilder().setHostId(id).setHostname(name).setDatapathType("netdev")
                .setOvsdbConnected(true).build());
    }

    private void addSwitch(final String node, final String... externalIds) {
        final var ids = new ArrayList<OpenvswitchExternalIds>();
        for (int index = 0; index < externalIds.length; index += 2) {
            ids.add(new OpenvswitchExternalIdsBuilder().setExternalIdKey(externalIds[index])
                .setExternalIdValue(externalIds[index + 1]).build());
        }
        store.put(LogicalDatastoreType.OPERATIONAL, InstanceIdentifier.create(NetworkTopology.class)
            .child(Topology.class, new TopologyKey(new TopologyId("ovsdb:1")))
            .child(Node.class, new NodeKey(new NodeId(node))).augmentation(OvsdbNodeAugmentation.class),
            new OvsdbNodeAugmentationBuilder().setOpenvswitchExternalIds(ids)
                .setOpenvswitchOtherConfigs(List.of(new OpenvswitchOtherConfigsBuilder()
                    .setOtherConfigKey("provider_mappings").setOtherConfigValue("physnet1:br-ex").build())).build());
    }

    private static void await(final BooleanSupplier condition) {
        final var end = Instant.now().plus(Duration.ofSeconds(10));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.onSpinWait();
        }
    }
}
