/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.neutron.status.NeutronState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.rev261121.Neutron;
import org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.rev261121.NeutronBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.TenantNetworksState;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Host;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.HostBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.HostKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Port;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.PortBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.PortKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.host.OpenstackSettingBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.host.PhysicalNetworkBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.ObjectStatus;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
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
            addHost("id-1", "compute-1", Map.of(), Map.of());
            await(() -> config("compute-1").contains("[\"vxlan\",\"gre\",\"geneve\",\"local\"],\"bridge_mappings\":{},"
                + "\"datapath_type\":\"netdev\""));
            addHost("id-1", "compute-1", Map.of("odl_os_hostconfig_hostid", "nova-1",
                "odl_os_hostconfig_config_odl_l2", "{\"as\":\"told\"}"), Map.of("physnet1", "br-ex"));
            await(() -> config("nova-1").equals("{\"as\":\"told\"}") && config("compute-1").isEmpty());
            addHost("id-1", "compute-1", Map.of(), Map.of("physnet1", "br-ex"));
            await(() -> config("compute-1").contains(
                "[\"vxlan\",\"gre\",\"geneve\",\"local\",\"vlan\",\"flat\"],\"bridge_mappings\":{\"physnet1\":\"br-ex\"}"));
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

    private void addHost(final String id, final String name, final Map<String, String> settings,
            final Map<String, String> physical) {
        store.put(LogicalDatastoreType.OPERATIONAL, STATE.child(Host.class, new HostKey(id)),
            new HostBuilder().setHostId(id).setHostname(name).setDatapathType("netdev").setOvsdbConnected(true)
                .setOpenstackSetting(settings.entrySet().stream().map(entry -> new OpenstackSettingBuilder()
                    .setName(entry.getKey()).setValue(entry.getValue()).build()).toList())
                .setPhysicalNetwork(physical.entrySet().stream().map(entry -> new PhysicalNetworkBuilder()
                    .setName(entry.getKey()).setDevice(entry.getValue()).build()).toList()).build());
    }

    private static void await(final BooleanSupplier condition) {
        final var end = Instant.now().plus(Duration.ofSeconds(10));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.onSpinWait();
        }
    }
}
