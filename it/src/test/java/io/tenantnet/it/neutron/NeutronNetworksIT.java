/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.neutron;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import io.tenantnet.it.lab.FlowWatch;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import io.tenantnet.it.model.TenantState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Networks, subnets and ports as OpenStack makes them, machines on two hosts, and what Neutron hears of them. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class NeutronNetworksIT {
    private final Network red = new Network(1, 5001);
    private final Network blue = new Network(2, 5002);
    private final List<Machine> all = List.of(red.machine(11), red.machine(12), blue.machine(21), blue.machine(22));
    private final Bench bench;
    private final Neutron neutron;
    private final Driver driver;
    private List<Host> hosts;

    NeutronNetworksIT(final Bench bench) {
        this.bench = bench;
        neutron = new Neutron(bench.lab());
        driver = new Driver(neutron);
    }

    @BeforeAll
    void raise() {
        neutron.awaitReady();
        hosts = bench.addHosts(2);
        for (final var network : List.of(red, blue)) {
            driver.vxlanNetwork(network.uuid(), network.vni());
            driver.subnet(network.subnetUuid(), network.uuid(), Network.CIDR, "10.0.0.254");
        }
        try (var events = new PortStatusEvents(neutron)) {
            for (int index = 0; index < all.size(); index++) {
                driver.machinePort(all.get(index), hosts.get(index % 2));
                bench.lab().plug(all.get(index), hosts.get(index % 2));
            }
            bench.awaitInSync(all);
            Await.none("events", Bench.SETTLE, () -> all.stream().map(machine -> machine.portUuid() + " ACTIVE")
                .filter(event -> !events.seen().contains(event)).toList());
        }
        assertThat(bench.lab().matrix(all).faultsAfterFirst()).isEmpty();
    }

    @AfterAll
    void clear() {
        neutron.clear();
    }

    @Test
    void everyPairOfANetworkAndNoOther() {
        assertThat(bench.lab().matrix(all).faults()).isEmpty();
    }

    @Test
    void everythingSentAgainTouchesNoFlow() {
        final var before = bench.dumps();
        try (var first = new FlowWatch(hosts.get(0)); var second = new FlowWatch(hosts.get(1))) {
            neutron.sendAllAgain();
            bench.awaitInSync(all);
            assertThat(bench.lab().matrix(all).faults()).isEmpty();
            assertThat(first.events()).isEmpty();
            assertThat(second.events()).isEmpty();
        }
        assertThat(Bench.differences(before, bench.dumps())).isEmpty();
    }

    @Test
    void aPortGoesDownWithItsMachineAndUpAgain() {
        final var machine = all.get(3);
        try (var events = new PortStatusEvents(neutron)) {
            bench.lab().unplug(machine);
            awaitEvents(events, machine.portUuid() + " DOWN");
            bench.lab().plug(machine, hosts.get(1));
            awaitEvents(events, machine.portUuid() + " DOWN", machine.portUuid() + " ACTIVE");
        }
        bench.awaitInSync(all);
        assertThat(bench.lab().matrix(all).faultsAfterFirst()).isEmpty();
        final var read = neutron.answer("GET", "/restconf/operational/neutron:neutron/ports/port/" + machine.portUuid(),
            null).expectSuccess();
        assertThat(read.text()).contains("\"status\":\"ACTIVE\"");
    }

    private static void awaitEvents(final PortStatusEvents events, final String... wanted) {
        Await.none("events", Bench.SETTLE, () -> events.seen().equals(List.of(wanted)) ? List.of()
            : List.of("seen: " + events.seen()));
    }

    /** The driver's journal may send the creation of what takes a value before the deletion of what had it. */
    @Test
    void whatComesBeforeItsPredecessorIsGoneWaits() {
        final var next = new Network(9, red.vni());
        final var machine = red.machine(9);
        neutron.post("networks", "network", Map.of("id", next.uuid(), "provider:network_type", "vxlan",
            "provider:segmentation_id", red.vni())).expectSuccess();
        neutron.post("ports", "port", Map.of("id", machine.portUuid(), "network_id", red.uuid(),
            "mac_address", all.get(0).mac(), "fixed_ips", List.of(Map.of("ip_address", all.get(0).ip(),
            "subnet_id", red.subnetUuid())))).expectSuccess();
        Await.none("the reason", Bench.SETTLE, () -> bench.model().state().network(next)
            .filter(entry -> TenantState.text(entry, "reason").contains("belongs to network " + red.uuid()))
            .map(entry -> List.<String>of()).orElse(List.of("none")));
        bench.awaitInSync(all);
        assertThat(bench.lab().matrix(all).faults()).isEmpty();
        neutron.delete("ports/" + machine.portUuid()).expectSuccess();
        neutron.delete("networks/" + next.uuid()).expectSuccess();
    }

    @Test
    void theHostsCanBeBoundTo() {
        final var configs = configs();
        assertThat(configs).containsOnlyKeys("h1", "h2").allSatisfy((host, config) -> {
            assertThat(config.getAsJsonArray("allowed_network_types").toString())
                .isEqualTo("[\"vxlan\",\"gre\",\"geneve\",\"local\"]");
            assertThat(config.getAsJsonArray("supported_vnic_types").toString()).contains("\"vif_type\":\"ovs\"");
        });
        final var host = hosts.get(0);
        host.vsctl("set", "Open_vSwitch", ".", "external_ids:odl_os_hostconfig_hostid=nova-1",
            "external_ids:odl_os_hostconfig_config_odl_l2=\"{\\\"bridge_mappings\\\":{}}\"");
        Await.none("the operator's words", Bench.SETTLE, () -> configs().equals(Map.of(
            "nova-1", JsonParser.parseString("{\"bridge_mappings\":{}}").getAsJsonObject(),
            "h2", configs.get("h2"))) ? List.of() : List.of(configs().toString()));
        host.vsctl("remove", "Open_vSwitch", ".", "external_ids", "odl_os_hostconfig_hostid",
            "odl_os_hostconfig_config_odl_l2");
        Await.none("none any more", Bench.SETTLE, () -> configs().equals(configs) ? List.of()
            : List.of(configs().toString()));
        assertThat(neutron.answer("GET", "/restconf/operational/neutron:neutron/neutron:features/", null).text())
            .contains("neutron-extensions:operational-port-status");
    }

    /** By host, what it is said to be able to do. */
    private Map<String, JsonObject> configs() {
        final var configs = new TreeMap<String, JsonObject>();
        JsonParser.parseString(neutron.answer("GET", "/restconf/operational/neutron:neutron/hostconfigs/", null)
            .expectSuccess().text()).getAsJsonObject().getAsJsonObject("hostconfigs").getAsJsonArray("hostconfig")
            .forEach(element -> {
                final var host = element.getAsJsonObject();
                assertThat(host.get("host-type").getAsString()).isEqualTo("ODL L2");
                configs.put(host.get("host-id").getAsString(),
                    JsonParser.parseString(host.get("config").getAsString()).getAsJsonObject());
            });
        return configs;
    }
}
