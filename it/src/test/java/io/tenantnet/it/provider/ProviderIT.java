/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import io.tenantnet.it.lab.Capture;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.lab.Physical;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import io.tenantnet.it.model.TenantState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two hosts and machines outside at one switch: VLAN 101 and no VLAN through the bridge br-ex of each host, VLAN 201 through
 * the interface eth2. All networks have the same addresses.
 */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class ProviderIT {
    private static final String MAPPINGS = "physnet1:br-ex,physnet2:eth2";
    private static final String ROUTER = "c0000000-0000-4000-8000-000000000001";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Network red = new Network(1, 101);
    private final Network flat = new Network(2, 0);
    private final Network plugged = new Network(3, 201);
    private final List<Machine> reds = List.of(red.machine(11), red.machine(12));
    private final List<Machine> flats = List.of(flat.machine(21), flat.machine(22));
    private final List<Machine> pluggeds = List.of(plugged.machine(31), plugged.machine(32));
    private final List<Machine> all = Stream.of(reds, flats, pluggeds).flatMap(List::stream).toList();
    private final Bench bench;
    private final Physical physical;
    private List<Host> hosts;

    ProviderIT(final Bench bench) {
        this.bench = bench;
        physical = new Physical(bench.lab());
    }

    @BeforeAll
    void raise() {
        hosts = bench.addHosts(2);
        put(red, "vlan", "physnet1");
        put(flat, "flat", "physnet1");
        put(plugged, "vlan", "physnet2");
        all.forEach(bench.model()::put);
        hosts.forEach(host -> {
            physical.join(host, "eth1", "br-ex");
            physical.join(host, "eth2");
            host.vsctl("set", "Open_vSwitch", ".", "other_config:provider_mappings=\"" + MAPPINGS + "\"");
        });
        physical.machine("out-red", "fa:16:3e:99:00:01", "10.0.0.201", 101);
        physical.machine("out-flat", "fa:16:3e:99:00:02", "10.0.0.202", 0);
        physical.machine("out-plug", "fa:16:3e:99:00:03", "10.0.0.203", 201);
        for (int index = 0; index < all.size(); index++) {
            bench.lab().plug(all.get(index), hosts.get(index % 2));
        }
        bench.awaitInSync(all);
        assertThat(bench.lab().matrix(all).faultsAfterFirst()).isEmpty();
    }

    private void put(final Network network, final String type, final String physicalNetwork) {
        final var entry = new HashMap<String, Object>(Map.of("uuid", network.uuid(), "network-type", type,
            "physical-network", physicalNetwork));
        if (network.vni() != 0) {
            entry.put("segmentation-id", network.vni());
        }
        bench.model().put("networks/network", entry);
        bench.model().put("subnets/subnet", network.subnetJson());
    }

    @Test
    void everyPairOfANetworkAndNoOther() {
        assertThat(bench.lab().matrix(all).faults()).isEmpty();
    }

    @Test
    void machinesOutsideAreReachedInTheirVlanOnly() {
        final var outside = Map.of("10.0.0.201", reds, "10.0.0.202", flats, "10.0.0.203", pluggeds);
        all.parallelStream().forEach(machine -> outside.forEach((ip, own) ->
            assertThat(answers(machine.name(), ip)).as(machine.name() + " to " + ip).isEqualTo(own.contains(machine))));
        Map.of("out-red", reds, "out-flat", flats, "out-plug", pluggeds).forEach((name, own) ->
            all.parallelStream().forEach(machine -> assertThat(answers(name, machine.ip()))
                .as(name + " to " + machine.name()).isEqualTo(own.contains(machine))));
    }

    @Test
    void theVlanIsOnTheWireAndNoTunnel() {
        try (var wire = physical.watch(hosts.get(0), "eth1"); var capture = new Capture(bench.lab())) {
            assertThat(bench.lab().ping(reds.get(0), reds.get(1)).allAnswered()).isTrue();
            assertThat(bench.lab().ping(flats.get(0), flats.get(1)).allAnswered()).isTrue();
            Await.none("frames on the wire", LIMIT, () ->
                wire.frames("vlan 101,.*10.0.0.11 > 10.0.0.12: ICMP echo request").isEmpty()
                    || wire.frames("10.0.0.21 > 10.0.0.22: ICMP echo request").isEmpty()
                    ? List.of("seen: " + wire.frames("ICMP")) : List.of());
            assertThat(wire.frames("10.0.0.1[12] > .*ICMP")).allMatch(line -> line.contains("vlan 101"));
            assertThat(wire.frames("10.0.0.2[12] > .*ICMP")).noneMatch(line -> line.contains("vlan"));
            assertThat(capture.vnis()).isEmpty();
        }
    }

    /** Otherwise a machine of a flat network would choose its VLAN. */
    @Test
    void aMachinesOwnTagDoesNotLeaveTheHost() {
        final var from = flats.get(0);
        final var frame = "ffffffffffff" + from.mac().replace(":", "") + "81000065" + "0806" + "0001080006040001"
            + from.mac().replace(":", "") + "0a0000150000000000000a0000c9" + "00".repeat(18);
        try (var wire = physical.watch(hosts.get(0), "eth1")) {
            bench.lab().exec(from.name(), "python3", "lab/probe.py", "send", frame);
            bench.lab().exec(from.name(), "python3", "lab/probe.py", "send", frame.replace("81000065", ""));
            Await.none("the same without tag", LIMIT,
                () -> wire.frames("who-has 10.0.0.201 tell 10.0.0.21").isEmpty() ? List.of("no frame") : List.of());
            assertThat(wire.frames("vlan 101.*tell 10.0.0.21")).isEmpty();
        }
    }

    @Test
    void theMappingGoesAndComesBack() {
        final var first = hosts.get(0);
        assertThat(providers(first)).containsExactlyInAnyOrder("physnet1 br-ex", "physnet2 eth2");
        first.vsctl("remove", "Open_vSwitch", ".", "other_config", "provider_mappings");
        Await.none("ports gone", LIMIT, () -> joints(first).isEmpty() ? List.of() : joints(first));
        Await.none("state", LIMIT, () -> {
            final var reason = bench.model().state().reason(reds.get(0));
            return reason.contains("is not joined to physical network physnet1") ? List.of() : List.of(reason);
        });
        assertThat(first.vsctl("list-ports", "br-ex").lines()).containsExactly("eth1");
        assertThat(providers(first)).isEmpty();
        assertThat(answers(reds.get(0).name(), reds.get(1).ip())).isFalse();
        assertThat(answers("out-red", reds.get(0).ip())).isFalse();
        assertThat(answers("out-red", reds.get(1).ip())).as("the other host").isTrue();
        first.vsctl("set", "Open_vSwitch", ".", "external_ids:ovn-bridge-mappings=\"" + MAPPINGS + "\"");
        bench.awaitInSync(all);
        Await.none("traffic", LIMIT, () -> answers("out-red", reds.get(0).ip()) ? List.of() : List.of("no answer"));
        assertThat(bench.lab().matrix(all).faultsAfterFirst()).isEmpty();
    }

    @Test
    void whatCannotBeMappedIsToldOfTheHost() {
        final var second = hosts.get(1);
        final var fourth = new Network(5, 401);
        final var lost = fourth.machine(51);
        put(fourth, "vlan", "physnet4");
        bench.model().put(lost);
        bench.lab().plug(lost, second);
        second.vsctl("set", "Open_vSwitch", ".", "other_config:provider_mappings=\"" + MAPPINGS
            + ",nonsense,physnet3:eth1,physnet4:eth9\"");
        Await.none("reason", LIMIT, () -> {
            final var reason = hostState(second).map(entry -> TenantState.text(entry, "reason")).findFirst().orElse("");
            return reason.contains("'nonsense', which is not NETWORK:DEVICE")
                && reason.contains("physical network physnet3: interface eth1 belongs to bridge br-ex")
                && reason.contains("physical network physnet4: could not open network device eth9")
                ? List.of() : List.of(reason);
        });
        assertThat(answers("out-red", reds.get(1).ip())).as("the good ones hold").isTrue();
        final var why = "is not joined to physical network physnet4: could not open network device eth9";
        Await.none("who needs it", LIMIT, () -> Stream.of(bench.model().state().reason(lost),
            bench.model().state().network(fourth).map(entry -> TenantState.text(entry, "reason")).orElse(""))
            .filter(reason -> !reason.contains(why)).map("no such reason: "::concat).toList());
        assertThat(hostState(second).map(entry -> TenantState.text(entry, "status"))).containsExactly("ACTIVE");
        bench.lab().unplug(lost);
        bench.model().delete(lost);
        bench.model().delete(fourth);
        second.vsctl("set", "Open_vSwitch", ".", "other_config:provider_mappings=\"" + MAPPINGS + "\"");
        bench.awaitInSync(all);
        Await.none("no reason", LIMIT, () -> hostState(second).map(entry -> TenantState.text(entry, "reason"))
            .filter(reason -> !reason.isEmpty()).toList());
    }

    @Test
    void aRouterTellsFromWhichHostItCannotSend() {
        final var first = hosts.get(0);
        final var inner = new Network(4, 5004);
        final var sender = inner.machine(41).withIp("10.4.0.41");
        bench.model().put("networks/network", inner.toJson());
        bench.model().put("subnets/subnet", Map.of("uuid", inner.subnetUuid(), "network-id", inner.uuid(),
            "cidr", "10.4.0.0/24", "gateway-ip", "10.4.0.254"));
        bench.model().put(sender);
        bench.model().put("routers/router", Map.of("uuid", ROUTER));
        putInterface(inner, "10.4.0.254");
        putInterface(plugged, "10.0.0.254");
        bench.lab().plug(sender, first);
        bench.lab().exec(sender.name(), "ip", "route", "add", "default", "via", "10.4.0.254");
        final var target = pluggeds.get(1);
        bench.lab().exec(target.name(), "ip", "route", "add", "default", "via", "10.0.0.254");
        bench.awaitInSync(Stream.concat(all.stream(), Stream.of(sender)).toList());
        Await.none("routed", LIMIT,
            () -> answers(sender.name(), target.ip()) ? List.of() : List.of("no answer"));
        assertThat(routerReason()).isEmpty();
        first.vsctl("set", "Open_vSwitch", ".", "other_config:provider_mappings=physnet1:br-ex");
        Await.none("the reason", LIMIT, () -> routerReason().equals("network " + plugged.uuid()
            + " is not reached from everywhere: host " + first.systemId() + " is not joined to physical network physnet2")
            ? List.of() : List.of(routerReason()));
        assertThat(answers(sender.name(), target.ip())).isFalse();
        first.vsctl("set", "Open_vSwitch", ".", "other_config:provider_mappings=\"" + MAPPINGS + "\"");
        Await.none("routed again", LIMIT,
            () -> answers(sender.name(), target.ip()) ? List.of() : List.of("no answer"));
        Await.none("no reason", LIMIT, () -> routerReason().isEmpty() ? List.of() : List.of(routerReason()));
        List.of(inner, plugged).forEach(network -> bench.model().delete("ports/port=" + routerPort(network)));
        bench.model().delete("routers/router=" + ROUTER);
        bench.lab().unplug(sender);
        bench.model().delete(sender);
        bench.awaitInSync(all);
    }

    private void putInterface(final Network network, final String ip) {
        bench.model().put("ports/port", Map.of("uuid", routerPort(network), "network-id", network.uuid(),
            "mac-address", "fa:16:3f:00:%02x:01".formatted(network.number()), "device-owner", "network:router_interface",
            "device-id", ROUTER, "fixed-ips", List.of(Map.of("ip-address", ip, "subnet-id", network.subnetUuid()))));
    }

    private static String routerPort(final Network network) {
        return "d%07d-0000-4000-8000-000000000000".formatted(network.number());
    }

    private String routerReason() {
        return TenantState.entries(bench.model().state().json(), "router").map(entry -> TenantState.text(entry, "reason"))
            .findFirst().orElse("");
    }

    @Test
    void aNewConnectionFindsAllAsItShouldBe() {
        assertThat(bench.changesByNewConnection(hosts.get(0), all)).isEmpty();
    }

    private Stream<JsonObject> hostState(final Host host) {
        return bench.model().state().hosts().stream()
            .filter(entry -> TenantState.text(entry, "host-id").equals(host.systemId()));
    }

    private List<String> providers(final Host host) {
        return hostState(host).flatMap(entry -> TenantState.entries(entry, "physical-network"))
            .map(entry -> TenantState.text(entry, "name") + " " + TenantState.text(entry, "device")).toList();
    }

    /** The ports of br-int that lead to physical networks. */
    private List<String> joints(final Host host) {
        return host.vsctl("list-ports", "br-int").lines().filter(port -> port.equals("eth2") || port.startsWith("tn-int"))
            .toList();
    }

    private boolean answers(final String from, final String ip) {
        return bench.lab().attempt("exec", from, "ping", "-c", "2", "-i", "0.2", "-W", "1", ip).output()
            .contains(" bytes from");
    }
}
