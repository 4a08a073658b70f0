/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.lab.Counters;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two routers with routes to each other's networks, over a network without ports. Near is a machine behind the one, on host
 * 1, far one behind the other, on host 2; aside is behind the one, too, and the other has no route to it. Another tenant has
 * a machine with the address of far, and the same addresses for its routers.
 */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class RouterChainIT {
    private static final String ONE = "c0000001-0000-4000-8000-00000000000a";
    private static final String OTHER = "c0000002-0000-4000-8000-00000000000a";
    private static final String STRANGE = "c0000003-0000-4000-8000-00000000000a";
    private static final Network RED = new Network(40, 6040);
    private static final Network TRANSIT = new Network(41, 6041);
    private static final Network GREEN = new Network(42, 6042);
    private static final Network PINK = new Network(43, 6043);
    private static final Network STRANGE_RED = new Network(45, 6045);
    private static final Network STRANGE_GREEN = new Network(46, 6046);
    private static final Machine NEAR = RED.machine(41).withIp("10.40.0.2");
    private static final Machine FAR = GREEN.machine(42).withIp("10.42.0.2");
    private static final Machine ASIDE = PINK.machine(43).withIp("10.43.0.2");
    private static final Machine STRANGER = STRANGE_GREEN.machine(44).withIp("10.42.0.2");
    private static final List<Machine> ALL = List.of(NEAR, FAR, ASIDE, STRANGER);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Bench bench;
    private List<Host> hosts;

    RouterChainIT(final Bench bench) {
        this.bench = bench;
    }

    @BeforeAll
    void raise() {
        hosts = bench.addHosts(2);
        putNetwork(RED, 40);
        putNetwork(TRANSIT, 41);
        putNetwork(GREEN, 42);
        putNetwork(PINK, 43);
        putNetwork(STRANGE_RED, 41);
        putNetwork(STRANGE_GREEN, 42);
        putInterface(ONE, RED, 40, 1);
        putInterface(ONE, TRANSIT, 41, 1);
        putInterface(ONE, PINK, 43, 1);
        putInterface(OTHER, TRANSIT, 41, 2);
        putInterface(OTHER, GREEN, 42, 1);
        putInterface(STRANGE, STRANGE_RED, 41, 2);
        putInterface(STRANGE, STRANGE_GREEN, 42, 1);
        putRoutes(ONE, "10.42.0.0/24 10.41.0.2", "fd00:42::/64 fd00:41::2");
        putRoutes(OTHER, "10.40.0.0/24 10.41.0.1", "fd00:40::/64 fd00:41::1");
        putRoutes(STRANGE);
        putMachine(NEAR, 40, hosts.get(0));
        putMachine(FAR, 42, hosts.get(1));
        putMachine(ASIDE, 43, hosts.get(0));
        putMachine(STRANGER, 42, hosts.get(1));
        bench.awaitInSync(ALL);
        awaitPing(NEAR, FAR.ip(), " 0% packet loss");
    }

    @Test
    @Order(1)
    void machinesBehindBothRoutersReachEachOther() {
        for (final var address : List.of(FAR.ip(), "fd00:42::9")) {
            assertThat(ping(NEAR, address, 5)).as(address).contains(" 0% packet loss").contains("ttl=62");
        }
        assertThat(ping(FAR, NEAR.ip(), 5)).contains(" 0% packet loss").contains("ttl=62");
        bench.lab().run("spawn", FAR.name(), "ttl", "tcpdump", "-lnvi", "eth0", "icmp or icmp6");
        Await.none("the TTLs at the receiver", SOON, () -> {
            ping(NEAR, FAR.ip(), 1);
            ping(NEAR, "fd00:42::9", 1);
            final var seen = bench.lab().run("log", "ttl");
            return seen.contains("ttl 62") && seen.contains("hlim 62") ? List.of() : List.of(seen);
        });
        bench.lab().run("kill", "ttl", "INT");
    }

    @Test
    @Order(2)
    void theOtherRoutersAddressesAnswer() {
        for (final var address : List.of("10.41.0.2", "10.42.0.1", "fd00:41::2", "fd00:42::1")) {
            awaitPing(NEAR, address, " 0% packet loss");
        }
    }

    @Test
    @Order(3)
    void whoHasNoRouteBackGetsNoAnswer() {
        final long before = received(FAR);
        assertThat(ping(ASIDE, FAR.ip(), 20)).contains("100% packet loss");
        assertThat(received(FAR) - before).as("the way there is").isGreaterThanOrEqualTo(20);
        assertThat(ping(ASIDE, "10.42.0.1", 1)).contains("100% packet loss");
        final long asked = received(ASIDE);
        assertThat(ping(FAR, ASIDE.ip(), 20)).contains("100% packet loss");
        assertThat(received(ASIDE) - asked).isLessThan(20);
    }

    /** The other tenant has the same addresses, so an answer tells nothing: who saw the packets does. */
    @Test
    @Order(4)
    void nothingCrossesToAnotherTenant() {
        final long before = received(STRANGER);
        assertThat(ping(NEAR, FAR.ip(), 20)).contains(" 0% packet loss");
        assertThat(received(STRANGER) - before).isLessThan(20);
        final long mine = received(NEAR);
        assertThat(ping(STRANGER, NEAR.ip(), 20)).contains("100% packet loss");
        assertThat(received(NEAR) - mine).isLessThan(20);
    }

    @Test
    @Order(5)
    void aSwitchThatComesBackIsReadAndNotWritten() {
        assertThat(bench.changesByAbsence(hosts.get(0), ALL)).as("changes of flows").isEmpty();
    }

    /** Each router sends what it does not know to the other. */
    @Test
    @Order(6)
    void routesThatGoRoundInCirclesEnd() {
        putRoutes(ONE, "0.0.0.0/0 10.41.0.2");
        putRoutes(OTHER, "0.0.0.0/0 10.41.0.1");
        bench.awaitInSync(ALL);
        awaitPing(ASIDE, FAR.ip(), " 0% packet loss");
        assertThat(ping(NEAR, FAR.ip(), 2)).contains(" 0% packet loss");
        final var ended = new Counters(bench.lab(), hosts.get(0));
        final long before = ended.sum("table=81", "priority=0 ");
        assertThat(bench.lab().attempt("exec", NEAR.name(), "ping", "-t", "255", "-c", "5", "-i", "0.05", "-W", "1",
            "203.0.113.1").output()).contains("100% packet loss");
        // The datapath tells of what it did every now and then.
        Await.none("dropped", SOON, () -> ended.sum("table=81", "priority=0 ") - before >= 5 ? List.of()
            : List.of(Long.toString(ended.sum("table=81", "priority=0 ") - before)));
        assertThat(bench.lab().exec("h1", "sh", "-c", "cat $OVS_LOGDIR/ovs-vswitchd.log"))
            .doesNotContain("translation depth").doesNotContain("resubmit actions");
    }

    private void awaitPing(final Machine from, final String to, final String outcome) {
        Await.none(from.name() + " to " + to + ": " + outcome, SOON, () -> {
            final var output = ping(from, to, 1);
            return output.contains(outcome) ? List.of() : List.of(output);
        });
    }

    private String ping(final Machine from, final String to, final int count) {
        return bench.lab().attempt("exec", from.name(), "ping", "-c", Integer.toString(count), "-i", "0.05", "-W", "1",
            to).output();
    }

    private long received(final Machine machine) {
        return Long.parseLong(bench.lab().exec(machine.name(), "cat", "/sys/class/net/eth0/statistics/rx_packets").trim());
    }

    private void putNetwork(final Network network, final int block) {
        put("networks/network", network.toJson());
        put("subnets/subnet", Map.of("uuid", network.subnetUuid(), "network-id", network.uuid(),
            "cidr", "10.%d.0.0/24".formatted(block), "gateway-ip", "10.%d.0.1".formatted(block)));
        put("subnets/subnet", Map.of("uuid", subnet6(network), "network-id", network.uuid(),
            "cidr", "fd00:%d::/64".formatted(block), "gateway-ip", "fd00:%d::1".formatted(block)));
    }

    private static String subnet6(final Network network) {
        return "b%07d-0000-4000-8000-000000000006".formatted(network.number());
    }

    private void putInterface(final String router, final Network network, final int block, final int address) {
        put("ports/port", Map.of("uuid", "d%07d-0000-4000-8000-00000000000%d".formatted(network.number(), address),
            "network-id", network.uuid(), "mac-address", "fa:16:3f:02:%02x:%02x".formatted(network.number(), address),
            "device-owner", "network:router_interface", "device-id", router, "fixed-ips", List.of(
                Map.of("ip-address", "10.%d.0.%d".formatted(block, address), "subnet-id", network.subnetUuid()),
                Map.of("ip-address", "fd00:%d::%d".formatted(block, address), "subnet-id", subnet6(network)))));
    }

    private void putRoutes(final String router, final String... routes) {
        put("routers/router", Map.of("uuid", router, "routes", Stream.of(routes).map(route -> route.split(" "))
            .map(route -> Map.of("destination", route[0], "nexthop", route[1])).toList()));
    }

    private void putMachine(final Machine machine, final int block, final Host host) {
        final var own6 = "fd00:%d::9".formatted(block);
        final var port = machine.toJson();
        final var addresses = new ArrayList<Object>((List<?>) port.get("fixed-ips"));
        addresses.add(Map.of("ip-address", own6, "subnet-id", subnet6(machine.network())));
        port.put("fixed-ips", addresses);
        put("ports/port", port);
        final var vm = machine.name();
        bench.lab().plug(machine, host);
        bench.lab().exec(vm, "ip", "route", "add", "default", "via", "10.%d.0.1".formatted(block));
        bench.lab().exec(vm, "ip", "addr", "add", own6 + "/64", "dev", "eth0", "nodad");
        bench.lab().exec(vm, "ip", "-6", "route", "add", "default", "via", "fd00:%d::1".formatted(block));
    }

    private void put(final String list, final Map<String, ?> entry) {
        bench.model().put(list, new TreeMap<>(entry));
    }
}
