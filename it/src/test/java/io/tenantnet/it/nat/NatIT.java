/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.nat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import io.tenantnet.it.model.TenantState;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two tenants with the same inside addresses, and the world outside: see {@link OutsideWorld}. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class NatIT {
    private static final String ONE = "203.0.113.101";
    private static final String TWO = "203.0.113.102";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Network one = new Network(1, 5001);
    private final Network two = new Network(2, 5002);
    private final Bench bench;
    private OutsideWorld world;
    /** Of tenant one, one on each host; of tenant two, one on h1 and one on h3. */
    private List<Machine> ones;
    private List<Machine> twos;

    NatIT(final Bench bench) {
        this.bench = bench;
    }

    @BeforeAll
    void raise() {
        world = new OutsideWorld(bench);
        List.of(one, two).forEach(world::putNetwork);
        world.putRouter(one, true, ONE);
        world.putRouter(two, true, TWO);
        ones = Stream.of(0, 1, 2).map(host -> world.plug(one.machine(11 + host), world.hosts.get(host))).toList();
        twos = Stream.of(0, 2).map(host -> world.plug(two.machine(21 + host)
            .withIp("10.0.0." + (11 + host)), world.hosts.get(host))).toList();
        world.awaitInSync();
        ones.forEach(machine -> world.awaitReach(machine.name(), "ping:" + OutsideWorld.GATEWAY + ":0"));
        twos.forEach(machine -> world.awaitReach(machine.name(), "ping:" + OutsideWorld.GATEWAY + ":0"));
    }

    @Test
    void machinesReachTheOutsideAndAreSeenAsTheirRouter() {
        bench.lab().run("spawn", "out-gw", "seen", "tcpdump", "-lnni", "eth0", "tcp port 80 or udp port 53");
        for (final var machine : Stream.concat(ones.stream(), twos.stream()).toList()) {
            final var targets = List.of("ping:" + OutsideWorld.GATEWAY + ":0", "tcp:" + OutsideWorld.GATEWAY + ":80",
                "udp:" + OutsideWorld.GATEWAY + ":53");
            assertThat(world.probe.attempt(machine.name(), targets)).as(machine.name()).doesNotContainValue(false);
        }
        Await.none("seen outside", LIMIT, () -> Stream.of(ONE, TWO)
            .filter(address -> !bench.lab().run("log", "seen").contains("IP " + address + ".")).toList());
        assertThat(bench.lab().run("log", "seen")).doesNotContain("10.0.0.");
        bench.lab().run("kill", "seen", "INT");
    }

    @Test
    void whatIsInsideIsNotReachedFromOutside() {
        bench.lab().exec("out-gw", "ip", "route", "replace", "10.0.0.0/24", "via", ONE);
        assertThat(world.probe.attempt("out-gw", List.of("ping:10.0.0.11:0", "ping:10.0.0.13:0", "ping:" + ONE + ":0",
            "ping:" + TWO + ":0", "tcp:" + ONE + ":22"))).isEqualTo(java.util.Map.of("ping:10.0.0.11:0", false,
                "ping:10.0.0.13:0", false, "ping:" + ONE + ":0", true, "ping:" + TWO + ":0", true,
                "tcp:" + ONE + ":22", false));
        bench.lab().exec("out-gw", "ip", "route", "del", "10.0.0.0/24");
    }

    /** One machine is on a host with the physical network, the other is reached through the gateway host. */
    @Test
    void aFloatingIpIsReachedAndGoesOut() {
        final var here = ones.get(0);
        final var away = ones.get(2);
        world.putFloating(1, here);
        world.putFloating(2, away);
        world.awaitActive("floating-ip", OutsideWorld.floating(1));
        world.awaitActive("floating-ip", OutsideWorld.floating(2));
        assertThat(TenantState.text(world.state("floating-ip", OutsideWorld.floating(1)), "host-id"))
            .isEqualTo(world.hosts.get(0).systemId());
        assertThat(TenantState.text(world.state("floating-ip", OutsideWorld.floating(2)), "host-id"))
            .isEqualTo(world.gatewayOf(one).systemId());
        for (int number = 1; number <= 2; number++) {
            // Also a machine outside of which nobody knew before.
            for (final var from : List.of("out-gw", "out-far")) {
                world.awaitReach(from, tcp(number, 8080));
                assertThat(world.reaches(from, "ping:" + OutsideWorld.address(number) + ":0")).as(from).isTrue();
            }
        }
        bench.lab().run("spawn", "out-gw", "seen", "tcpdump", "-lnni", "eth0", "tcp dst port 80");
        assertThat(world.reaches(here.name(), "tcp:" + OutsideWorld.GATEWAY + ":80")).isTrue();
        assertThat(world.reaches(away.name(), "tcp:" + OutsideWorld.GATEWAY + ":80")).isTrue();
        Await.none("seen outside", LIMIT, () -> Stream.of(1, 2).map(OutsideWorld::address)
            .filter(address -> !bench.lab().run("log", "seen").contains("IP " + address + ".")).toList());
        assertThat(bench.lab().run("log", "seen")).doesNotContain("10.0.0.").doesNotContain(ONE);
        bench.lab().run("kill", "seen", "INT");
        // From inside: a neighbour, another tenant, a machine that is on no host with the physical network, and itself.
        for (final var from : List.of(ones.get(1), twos.get(0), twos.get(1), away, here)) {
            world.awaitReach(from.name(), tcp(1, 8080));
            world.awaitReach(from.name(), tcp(2, 8080));
            world.awaitReach(from.name(), "ping:" + OutsideWorld.address(1) + ":0");
        }
        // It moves to another machine, and goes.
        world.putFloating(1, ones.get(1));
        final var took = world.awaitReach("out-gw", tcp(1, world.ownPort(ones.get(1))));
        System.out.printf("A floating IP reached its new machine after %d ms%n", took.toMillis());
        assertThat(world.reaches("out-gw", tcp(1, world.ownPort(here)))).isFalse();
        assertThat(world.reaches(here.name(), "tcp:" + OutsideWorld.GATEWAY + ":80")).as("from the gateway now").isTrue();
        for (int number = 1; number <= 2; number++) {
            bench.model().delete("floating-ips/floating-ip=" + OutsideWorld.floating(number));
            world.awaitNoReach("out-gw", "ping:" + OutsideWorld.address(number) + ":0");
        }
    }

    @Test
    void aPortLeadsToAMachineForThoseWhoMayUseIt() {
        world.putFloating(3);
        world.putForwarding(3, 2201, ones.get(1), 8080, "0.0.0.0/0");
        world.putForwarding(3, 2202, ones.get(2), 8080, OutsideWorld.GATEWAY + "/32");
        world.awaitActive("floating-ip", OutsideWorld.floating(3));
        world.awaitReach("out-gw", tcp(3, 2201));
        world.awaitReach("out-far", tcp(3, 2201));
        world.awaitReach("out-gw", tcp(3, 2202));
        assertThat(world.reaches("out-far", tcp(3, 2202))).as("not allowed").isFalse();
        assertThat(world.reaches("out-gw", tcp(3, 8080))).as("no such port").isFalse();
        assertThat(world.reaches("out-gw", "ping:" + OutsideWorld.address(3) + ":0")).isTrue();
        // From inside, and by another tenant; the first machine is in the network of the second.
        world.awaitReach(ones.get(0).name(), tcp(3, 2201));
        world.awaitReach(twos.get(1).name(), tcp(3, 2201));
        bench.model().delete("port-forwardings");
        world.awaitNoReach("out-gw", tcp(3, 2201));
        bench.model().delete("floating-ips/floating-ip=" + OutsideWorld.floating(3));
    }

    /** Tenant two's router routes without translation for a while. */
    @Test
    void withoutTranslationInsideAddressesAreSeen() {
        final var machine = twos.get(1);
        world.putRouter(two, false, TWO);
        bench.lab().exec("out-gw", "ip", "route", "replace", "10.0.0.0/24", "via", TWO);
        world.awaitReach("out-gw", "tcp:" + machine.ip() + ":" + world.ownPort(machine));
        assertThat(world.reaches(machine.name(), "tcp:" + OutsideWorld.GATEWAY + ":80")).isTrue();
        bench.lab().exec("out-gw", "ip", "route", "del", "10.0.0.0/24");
        world.putRouter(two, true, TWO);
        world.awaitReach(machine.name(), "tcp:" + OutsideWorld.GATEWAY + ":80");
    }

    private static String tcp(final int floating, final int port) {
        return "tcp:" + OutsideWorld.address(floating) + ":" + port;
    }

    @Test
    void theStateNamesTheGatewayHost() {
        assertThat(world.hosts.subList(0, 2)).contains(world.gatewayOf(one), world.gatewayOf(two));
        assertThat(TenantState.text(world.state("router", OutsideWorld.router(one)), "reason")).isEmpty();
    }
}
