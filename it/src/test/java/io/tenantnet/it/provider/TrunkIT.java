/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.lab.Throughput;
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
 * A machine on host 1 whose interface is a port of red and, in VLANs 44 and 45, ports of blue and green. A router joins blue
 * and green; red has the addresses of blue. Each network has another machine.
 */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class TrunkIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String TRUNK = "e0000000-0000-4000-8000-000000000001";
    private static final String ROUTER = "c0000000-0000-4000-8000-000000000001";
    private static final String POLICY = "e5000000-0000-4000-8000-000000000001";
    private static final String GROUP = "f0000000-0000-4000-8000-000000000001";
    private static final Network RED = new Network(1, 5001);
    private static final Network BLUE = new Network(2, 5002);
    private static final Network GREEN = new Network(3, 5003);
    private static final Machine PARENT = RED.machine(11);
    private static final Machine IN_BLUE = BLUE.machine(12);
    private static final Machine IN_GREEN = GREEN.machine(13).withIp("10.1.0.13");
    private static final Machine RED_PEER = RED.machine(21);
    private static final Machine BLUE_PEER = BLUE.machine(22);
    private static final Machine GREEN_PEER = GREEN.machine(23).withIp("10.1.0.23");
    private static final List<Machine> ALL =
        List.of(PARENT, IN_BLUE, IN_GREEN, RED_PEER, BLUE_PEER, GREEN_PEER);

    private final Bench bench;
    private List<Host> hosts;

    TrunkIT(final Bench bench) {
        this.bench = bench;
    }

    @BeforeAll
    void raise() {
        hosts = bench.addHosts(2);
        bench.model().put(RED);
        bench.model().put(BLUE);
        bench.model().put("networks/network", GREEN.toJson());
        bench.model().put("subnets/subnet", Map.of("uuid", GREEN.subnetUuid(), "network-id", GREEN.uuid(),
            "cidr", "10.1.0.0/24", "gateway-ip", "10.1.0.254"));
        bench.model().put("routers/router", Map.of("uuid", ROUTER));
        putGateway(BLUE, "10.0.0.254");
        putGateway(GREEN, "10.1.0.254");
        ALL.forEach(bench.model()::put);
        putTrunk(IN_BLUE, IN_GREEN);
        bench.lab().plugTrunk(PARENT, hosts.get(0));
        bench.lab().plugPart(IN_BLUE, PARENT, 44);
        bench.lab().plugPart(IN_GREEN, PARENT, 45);
        bench.lab().plug(RED_PEER, hosts.get(1));
        bench.lab().plug(BLUE_PEER, hosts.get(1));
        bench.lab().plug(GREEN_PEER, hosts.get(0));
        Stream.of(IN_BLUE, BLUE_PEER).forEach(machine -> route(machine, "10.0.0.254"));
        Stream.of(IN_GREEN, GREEN_PEER).forEach(machine -> route(machine, "10.1.0.254"));
        bench.awaitInSync(ALL);
        assertThat(answers(PARENT, RED_PEER.ip())).isTrue();
        assertThat(answers(IN_BLUE, BLUE_PEER.ip())).isTrue();
    }

    private void putGateway(final Network network, final String ip) {
        bench.model().put("ports/port", Map.of("uuid", "d%07d-0000-4000-8000-000000000000".formatted(network.number()),
            "network-id", network.uuid(), "mac-address", "fa:16:3f:00:%02x:01".formatted(network.number()),
            "device-owner", "network:router_interface", "device-id", ROUTER,
            "fixed-ips", List.of(Map.of("ip-address", ip, "subnet-id", network.subnetUuid()))));
    }

    private void putTrunk(final Machine... subPorts) {
        bench.model().put("trunks/trunk", Map.of("uuid", TRUNK, "port-id", PARENT.portUuid(), "sub-ports",
            Stream.of(subPorts).map(port -> Map.of("port-id", port.portUuid(), "segmentation-type", "vlan",
                "segmentation-id", port == IN_BLUE ? 44 : 45)).toList()));
    }

    private void route(final Machine machine, final String gateway) {
        bench.lab().exec(machine.name(), "ip", "route", "add", "default", "via", gateway);
    }

    @Test
    void everyPortReachesItsOwnNetwork() {
        assertThat(answers(RED_PEER, PARENT.ip())).as("red").isTrue();
        assertThat(answers(BLUE_PEER, IN_BLUE.ip())).as("blue, other host").isTrue();
        assertThat(answers(GREEN_PEER, IN_GREEN.ip())).as("green, same host").isTrue();
        assertThat(answers(IN_GREEN, GREEN_PEER.ip())).as("green, from the sub-port").isTrue();
        assertThat(answers(IN_BLUE, RED_PEER.ip())).as("blue to red").isFalse();
        assertThat(answers(PARENT, BLUE_PEER.ip())).as("red to blue").isFalse();
        assertThat(answers(RED_PEER, IN_BLUE.ip())).as("red to the sub-port").isFalse();
    }

    @Test
    void routersAnswerSubPortsAndRouteBetweenThem() {
        assertThat(answers(IN_BLUE, "10.0.0.254")).as("its router").isTrue();
        assertThat(answers(IN_BLUE, IN_GREEN.ip())).as("the other sub-port of the same machine").isTrue();
        assertThat(answers(IN_BLUE, GREEN_PEER.ip())).as("another machine of the other network").isTrue();
        assertThat(answers(BLUE_PEER, IN_GREEN.ip())).as("from another host").isTrue();
    }

    @Test
    void aSubPortSendsFromItsOwnAddressOnly() {
        bench.lab().exec(IN_BLUE.name(), "ip", "addr", "add", "10.0.0.99/24", "dev", "eth0");
        assertThat(bench.lab().attempt("exec", IN_BLUE.name(), "ping", "-c", "2", "-i", "0.2", "-W", "1", "-I",
            "10.0.0.99", BLUE_PEER.ip()).output()).doesNotContain(" bytes from");
        bench.lab().exec(IN_BLUE.name(), "ip", "addr", "del", "10.0.0.99/24", "dev", "eth0");
        assertThat(answers(IN_BLUE, BLUE_PEER.ip())).isTrue();
    }

    @Test
    void securityGroupsHoldForASubPortAlone() {
        bench.model().put("security-groups/security-group", Map.of("uuid", GROUP));
        bench.model().put("security-group-rules/security-group-rule", Map.of("uuid",
            "f1000000-0000-4000-8000-000000000001", "security-group-id", GROUP, "direction", "egress",
            "ethertype", "IPv4"));
        final var guarded = new HashMap<>(IN_BLUE.toJson());
        guarded.put("security-group-ids", List.of(GROUP));
        bench.model().put("ports/port", guarded);
        Await.none("nothing lets it in", LIMIT,
            () -> answers(BLUE_PEER, IN_BLUE.ip()) ? List.of("an answer") : List.of());
        assertThat(answers(IN_BLUE, BLUE_PEER.ip())).as("answers come in").isTrue();
        assertThat(answers(RED_PEER, PARENT.ip())).as("the parent has no group").isTrue();
        bench.model().put(IN_BLUE);
        Await.none("without group", LIMIT,
            () -> answers(BLUE_PEER, IN_BLUE.ip()) ? List.of() : List.of("no answer"));
    }

    @Test
    void aLimitHoldsForASubPortAlone() {
        bench.model().put("qos-policies/qos-policy", Map.of("uuid", POLICY, "dscp-mark", 46, "bandwidth-limit-rules",
            Stream.of("egress", "ingress").map(way -> Map.of("direction", way, "max-kbps", 10_000)).toList()));
        final var shaped = new HashMap<>(IN_BLUE.toJson());
        shaped.put("qos-policy-id", POLICY);
        bench.model().put("ports/port", shaped);
        Await.none("meters", LIMIT, () -> meters() == 2 ? List.of() : List.of(meters() + " meters"));
        bench.awaitInSync(ALL);
        final var throughput = new Throughput(bench.lab());
        final double sent = throughput.udp(IN_BLUE, BLUE_PEER);
        final double received = throughput.udp(BLUE_PEER, IN_BLUE);
        final double beside = throughput.udp(PARENT, RED_PEER);
        System.out.printf("sub-port limited to 10 Mbit/s: %.1f from it, %.1f to it, %.1f from its parent%n", sent,
            received, beside);
        assertThat(sent).isBetween(9.0, 11.0);
        assertThat(received).isBetween(9.0, 11.0);
        assertThat(beside).isGreaterThan(20);
        bench.lab().run("spawn", BLUE_PEER.name(), "mark", "tcpdump", "-lnvi", "eth0", "icmp");
        // The mark of DSCP 46 is the upper 6 bits of the octet that tcpdump calls tos.
        Await.none("the mark", LIMIT, () -> {
            answers(IN_BLUE, BLUE_PEER.ip());
            final var seen = bench.lab().run("log", "mark");
            return seen.contains("tos 0xb8") ? List.of() : List.of(seen);
        });
        bench.lab().run("kill", "mark", "INT");
        bench.model().put(IN_BLUE);
        Await.none("no meters", LIMIT, () -> meters() == 0 ? List.of() : List.of(meters() + " meters"));
    }

    /** Those that limit a bandwidth; others limit what goes to the controller. */
    private long meters() {
        return hosts.get(0).lab().exec("h1", "ovs-ofctl", "-O", "OpenFlow13", "dump-meters", "br-int").lines()
            .filter(line -> line.contains("rate=10000")).count();
    }

    @Test
    void aSubPortComesAndGoesWithTheTrunk() {
        assertThat(trunkState()).isEqualTo("ACTIVE ");
        putTrunk(IN_BLUE);
        Await.none("state", LIMIT, () -> "DOWN".equals(bench.model().state().status(IN_GREEN)) ? List.of()
            : List.of(bench.model().state().status(IN_GREEN)));
        bench.awaitInSync(List.of(PARENT, IN_BLUE));
        assertThat(answers(GREEN_PEER, IN_GREEN.ip())).isFalse();
        assertThat(answers(BLUE_PEER, IN_BLUE.ip())).isTrue();
        putTrunk(IN_BLUE, IN_GREEN);
        bench.awaitInSync(ALL);
        assertThat(answers(GREEN_PEER, IN_GREEN.ip())).isTrue();
        final var port = bench.model().state().port(IN_GREEN).orElseThrow();
        assertThat(TenantState.text(port, "host-id")).isEqualTo(hosts.get(0).systemId());
        assertThat(port.get("ofport")).isEqualTo(bench.model().state().port(PARENT).orElseThrow().get("ofport"));
    }

    @Test
    void aNewConnectionFindsAllAsItShouldBe() {
        assertThat(bench.changesByNewConnection(hosts.get(0), ALL)).isEmpty();
    }

    private String trunkState() {
        return TenantState.entries(bench.model().state().json(), "trunk")
            .map(entry -> TenantState.text(entry, "status") + " " + TenantState.text(entry, "reason"))
            .findFirst().orElse("");
    }

    private boolean answers(final Machine from, final String ip) {
        return bench.lab().attempt("exec", from.name(), "ping", "-c", "2", "-i", "0.2", "-W", "1", ip).output()
            .contains(" bytes from");
    }
}
