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

    @Test
    void theStateNamesTheGatewayHost() {
        assertThat(world.hosts.subList(0, 2)).contains(world.gatewayOf(one), world.gatewayOf(two));
        assertThat(TenantState.text(world.state("router", OutsideWorld.router(one)), "reason")).isEmpty();
    }
}
