/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import io.tenantnet.it.lab.Counters;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two hosts, seven machines, six groups: what gets through, and what becomes of it when rules and members change. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class SecurityGroupsIT {
    private static final String ROUTER = "f0000001-0000-4000-8000-000000000000";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Map<Case, Boolean> results = new HashMap<>();
    private final Bench bench;
    private final Probe probe;
    private final SecurityModel model;
    private List<Host> hosts;

    SecurityGroupsIT(final Bench bench) {
        this.bench = bench;
        probe = new Probe(bench.lab());
        model = new SecurityModel(bench.model());
    }

    @BeforeAll
    void raise() {
        hosts = bench.addHosts(2);
        World.putTo(model);
        World.ON_H1.forEach(machine -> plug(machine, hosts.get(0)));
        World.ON_H2.forEach(machine -> plug(machine, hosts.get(1)));
        bench.awaitInSync(World.ALL);
        probe.serve(World.SERVER, "tcp:80", "tcp:81", "tcp:999", "tcp:1000", "tcp:1499", "tcp:1500", "tcp:1600",
            "tcp:1700", "tcp:1999", "tcp:2000", "tcp:2001", "tcp:3000", "tcp:4000", "tcp:65535", "tcp:53", "udp:53",
            "udp:54", "udp:5000", "udp:5001", "udp:5003", "udp:5004");
        probe.serve(World.FRANK, "tcp:80", "udp:53", "udp:55");
        probe.serve(World.DAVE, "tcp:80");
        probe.serve(World.ALICE, "tcp:80");
        // The first packets make Open vSwitch look for the other host: they may be lost.
        tryAll();
        results.clear();
        tryAll();
    }

    private void plug(final Machine machine, final Host host) {
        bench.lab().plug(machine, host);
        bench.lab().exec(machine.name(), "ip", "-6", "addr", "add", SecurityModel.ip6(machine) + "/64", "dev", "eth0",
            "nodad");
    }

    private void tryAll() {
        World.cases().stream().collect(Collectors.groupingBy(Case::from)).forEach((from, cases) -> {
            final var answers = probe.attempt(from, cases.stream().map(Case::target).toList());
            cases.forEach(one -> results.put(one, answers.get(one.target())));
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aPacketMeetsARule(final Case one) {
        assertThat(results.get(one)).isEqualTo(one.passes());
    }

    static Stream<Case> cases() {
        return World.cases().stream();
    }

    @Test
    void aRuleThatGoesTakesItsConnectionsWithItAndGivesThemBack() {
        probe.hold("held", World.ALICE, World.SERVER.ip(), 3000);
        awaitProgress();
        model.deleteRule(World.CLIENTS_AT_3000);
        Await.none("the connection blocked", SOON, () -> {
            final int before = probe.log("held").size();
            sleep(Duration.ofSeconds(1));
            return probe.log("held").size() == before ? List.of() : List.of("it goes on");
        });
        World.putClientsAt3000(model);
        awaitProgress();
        probe.end("held");
    }

    private void awaitProgress() {
        final int before = probe.log("held").size();
        Await.none("answers on the connection", SOON.multipliedBy(2), () -> probe.log("held").size() > before + 3
            ? List.of() : List.of(probe.log("held").toString()));
    }

    private static void sleep(final Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void dropsAreCounted() {
        final var counter = new Counters(bench.lab(), hosts.get(1));
        final long before = counter.sum("table=123,", "priority=10,");
        assertThat(probe.attempt(World.BOB, List.of("tcp:" + World.SERVER.ip() + ":81"))).containsValue(false);
        assertThat(counter.sum("table=123,", "priority=10,")).isGreaterThan(before);
    }

    @Test
    void oneMoreMemberCostsTheSameOnEveryHost() {
        final var grace = World.RED.machine(17);
        final int before = hosts.get(1).flows().lines().size();
        model.putPort(grace, World.CLIENTS);
        plug(grace, hosts.get(0));
        bench.awaitInSync(List.of(grace));
        // Its MAC address for ARP, answers to neighbour solicitations for two IPv6 addresses, the way to it, and itself as
        // a member by each of its addresses.
        assertThat(hosts.get(1).flows().lines().size() - before).isEqualTo(6);
        final var target = "tcp:" + World.SERVER.ip() + ":3000";
        Await.none("the new member let in", SOON, () -> probe.attempt(grace, List.of(target)).get(target) ? List.of()
            : List.of("not let in"));
        model.putPort(grace, World.OTHERS);
        bench.awaitInSync(List.of(grace));
        assertThat(probe.attempt(grace, List.of(target))).containsValue(false);
        bench.lab().unplug(grace);
        bench.model().delete(grace);
        bench.awaitInSync(World.ALL);
    }

    /** Heidi is a client and Ivan is not; both come through a router, from the address of another network. */
    @Test
    void aMemberBehindARouterIsAMember() {
        final var blue = new Network(2, 5002);
        model.model().put("networks/network", blue.toJson());
        model.model().put("subnets/subnet", Map.of("uuid", blue.subnetUuid(), "network-id", blue.uuid(),
            "cidr", "10.1.0.0/24"));
        model.model().put("routers/router", Map.of("uuid", ROUTER));
        putInterface(World.RED, "10.0.0.254");
        putInterface(blue, "10.1.0.254");
        final var heidi = blue.machine(41).withIp("10.1.0.41");
        final var ivan = blue.machine(42).withIp("10.1.0.42");
        putBehindRouter(heidi, World.CLIENTS);
        putBehindRouter(ivan, World.OTHERS);
        bench.lab().exec(World.SERVER.name(), "ip", "route", "add", "10.1.0.0/24", "via", "10.0.0.254");
        bench.awaitInSync(List.of(heidi, ivan));
        final var toAll = "tcp:" + World.SERVER.ip() + ":80";
        final var toMembers = "tcp:" + World.SERVER.ip() + ":3000";
        Await.none("heidi let in", SOON, () -> probe.attempt(heidi, List.of(toMembers)).get(toMembers) ? List.of()
            : List.of("not let in"));
        assertThat(probe.attempt(ivan, List.of(toAll))).containsValue(true);
        assertThat(probe.attempt(ivan, List.of(toMembers))).containsValue(false);
        List.of(heidi, ivan).forEach(machine -> {
            bench.lab().unplug(machine);
            bench.model().delete(machine);
        });
        model.model().delete("routers/router=" + ROUTER);
        bench.awaitInSync(World.ALL);
    }

    private void putInterface(final Network network, final String address) {
        model.model().put("ports/port", Map.of("uuid", "%08d-0000-4000-8000-00000000000f".formatted(network.number()),
            "network-id", network.uuid(), "mac-address", "fa:16:3e:02:00:%02x".formatted(network.number()),
            "device-owner", "network:router_interface", "device-id", ROUTER,
            "fixed-ips", List.of(Map.of("ip-address", address, "subnet-id", network.subnetUuid()))));
    }

    private void putBehindRouter(final Machine machine, final int group) {
        final var entry = new HashMap<>(machine.toJson());
        entry.put("security-group-ids", List.of(SecurityModel.group(group)));
        model.model().put("ports/port", entry);
        bench.lab().plug(machine, hosts.get(0));
        bench.lab().exec(machine.name(), "ip", "route", "add", "10.0.0.0/24", "via", "10.1.0.254");
    }

    @Test
    void aGroupThatDoesNotExistLetsNothingInAndIsTold() {
        model.putPort(World.DAVE, 99);
        Await.none("told", SOON, () -> bench.model().state().reason(World.DAVE).contains(SecurityModel.group(99))
            ? List.of() : List.of(bench.model().state().reason(World.DAVE)));
        final var target = "tcp:" + World.DAVE.ip() + ":80";
        assertThat(probe.attempt(World.ALICE, List.of(target))).containsValue(false);
        model.putPort(World.DAVE);
        bench.awaitInSync(World.ALL);
        assertThat(probe.attempt(World.ALICE, List.of(target))).containsValue(true);
    }
}
