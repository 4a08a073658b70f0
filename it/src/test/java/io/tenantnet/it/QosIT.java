/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.lab.Host;
import io.tenantnet.it.lab.Throughput;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A machine whose port has a QoS policy, and one on another host that has none. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class QosIT {
    private static final String POLICY = "e0000001-0000-4000-8000-000000000000";
    private static final Network RED = new Network(1, 5001);
    private static final Machine SHAPED = RED.machine(11);
    private static final Machine FREE = RED.machine(12);
    private static final Machine LATE = RED.machine(13);
    /** More than any limit here, and less than the datapath moves on a busy machine. */
    private static final double UNLIMITED = 40;
    private static final Pattern DURATION = Pattern.compile("duration=([0-9.]+)s");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Bench bench;
    private final Throughput throughput;
    private List<Host> hosts;

    QosIT(final Bench bench) {
        this.bench = bench;
        throughput = new Throughput(bench.lab());
    }

    @BeforeAll
    void raise() {
        hosts = bench.addHosts(2);
        bench.model().put(RED);
        List.of(SHAPED, FREE).forEach(bench.model()::put);
        bench.lab().plug(SHAPED, hosts.get(0));
        bench.lab().plug(FREE, hosts.get(1));
        bench.awaitInSync(List.of(SHAPED, FREE));
        bench.lab().ping(SHAPED, FREE);
    }

    @Test
    @Order(1)
    void withoutPolicyNothingIsLimited() {
        assertThat(throughput.tcp(SHAPED, FREE)).isGreaterThan(UNLIMITED);
        assertThat(flows()).noneMatch(line -> line.contains("meter"));
    }

    @Test
    @Order(2)
    void aLimitHoldsInBothDirections() {
        putPolicy(20_000);
        putPort(Map.of("qos-policy-id", POLICY));
        awaitFlows("rate=20000 burst_size=16000", 2);
        bench.awaitInSync(List.of(SHAPED, FREE));
        assertNear(20, throughput.tcp(SHAPED, FREE), "TCP from the machine");
        assertNear(20, throughput.tcp(FREE, SHAPED), "TCP to the machine");
        assertNear(20, throughput.udp(SHAPED, FREE), "UDP from the machine");
        assertNear(20, throughput.udp(FREE, SHAPED), "UDP to the machine");
    }

    @Test
    @Order(3)
    void theMarkIsSeenInsideAndOutside() {
        bench.lab().run("spawn", FREE.name(), "inside", "tcpdump", "-lnvi", "eth0", "icmp");
        bench.lab().run("spawn", "underlay", "outside", "tcpdump", "-lnvi", "br0", "udp", "port", "4789");
        // The mark of DSCP 46 is the upper 6 bits of the octet that tcpdump calls tos.
        Await.none("tcpdump shows marked packets", LIMIT, () -> {
            bench.lab().ping(SHAPED, FREE);
            return List.of("inside", "outside").stream().filter(tag -> !bench.lab().run("log", tag).contains("tos 0xb8"))
                .map(tag -> tag + ": " + bench.lab().run("log", tag)).toList();
        });
        assertThat(bench.lab().run("log", "inside")).as("answers have the mark that the request had")
            .contains("tos 0xb8").containsPattern("tos 0x(0|b8)[^\\n]*\\n[^\\n]*echo reply");
        List.of("inside", "outside").forEach(tag -> bench.lab().run("kill", tag, "INT"));
    }

    @Test
    @Order(4)
    void aLimitChangesLive() {
        putPolicy(10_000);
        awaitFlows("rate=10000 burst_size=8000", 2);
        bench.awaitInSync(List.of(SHAPED, FREE));
        assertNear(10, throughput.tcp(SHAPED, FREE), "TCP from the machine");
        assertNear(10, throughput.tcp(FREE, SHAPED), "TCP to the machine");
    }

    @Test
    @Order(5)
    void metersOutliveAReconnectAndComeBackAfterARestart() {
        final var before = metered();
        final double age = age();
        bench.lab().attempt("exec", "h1", "ss", "-K", "dport", "=", ":6653");
        // Its flows need the new connection, which is read first.
        bench.model().put(LATE);
        bench.lab().plug(LATE, hosts.get(0));
        bench.awaitInSync(List.of(SHAPED, FREE, LATE));
        assertThat(metered()).isEqualTo(before);
        assertThat(age()).as("flows with meters were not written anew").isGreaterThan(age);
        hosts.get(0).restartSwitch();
        Await.none("as before the restart of vswitchd", LIMIT, () -> metered().equals(before)
            ? List.of() : flows());
    }

    @Test
    @Order(6)
    void withoutPolicyAgainNothingIsLimited() {
        putPort(Map.of());
        awaitFlows("meter", 0);
        assertThat(throughput.tcp(SHAPED, FREE)).isGreaterThan(UNLIMITED);
    }

    /** All meters, and the flows that name one. */
    private List<String> metered() {
        return flows().stream().filter(line -> line.contains("meter") || line.contains("rate=")).toList();
    }

    /** Flows and meters of host 1, without those that limit what goes to the controller: each port has one. */
    private List<String> flows() {
        return bench.lab().run("flows", "h1").lines()
            .filter(line -> !line.contains("CONTROLLER") && !line.contains("pktps") && !line.contains("rate=20 "))
            .toList();
    }

    private double age() {
        final var found = DURATION.matcher(bench.lab().exec("h1", "ovs-ofctl", "-O", "OpenFlow13", "dump-flows", "br-int",
            "table=46")).results().mapToDouble(one -> Double.parseDouble(one.group(1)));
        return found.min().orElseThrow();
    }

    private void putPolicy(final int kbps) {
        final var limits = List.of("egress", "ingress").stream()
            .map(direction -> Map.of("direction", direction, "max-kbps", kbps)).toList();
        bench.model().put("qos-policies/qos-policy",
            new TreeMap<>(Map.of("uuid", POLICY, "bandwidth-limit-rules", limits, "dscp-mark", 46)));
    }

    private void putPort(final Map<String, Object> more) {
        final var entry = new HashMap<>(SHAPED.toJson());
        entry.putAll(more);
        bench.model().put("ports/port", entry);
    }

    private void awaitFlows(final String text, final int times) {
        Await.none(times + " times " + text, LIMIT, () -> {
            final var flows = flows();
            final long found = flows.stream().filter(line -> line.contains(text)).count();
            return found == times ? List.of() : flows;
        });
    }

    private static void assertNear(final double limit, final double seen, final String what) {
        System.out.printf("%s, limited to %.0f Mbit/s: %.1f Mbit/s%n", what, limit, seen);
        assertThat(seen).as(what).isBetween(0.9 * limit, 1.1 * limit);
    }
}
