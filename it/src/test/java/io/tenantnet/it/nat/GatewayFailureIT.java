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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The controller starts anew, then the gateway host dies: the latter last, for it does not come back. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GatewayFailureIT {
    private static final String ONE = "203.0.113.101";
    private static final String TARGET = "tcp:" + OutsideWorld.GATEWAY + ":80";

    private final Network one = new Network(1, 5001);
    private final Bench bench;
    private OutsideWorld world;
    private List<Machine> machines;

    GatewayFailureIT(final Bench bench) {
        this.bench = bench;
    }

    @BeforeAll
    void raise() {
        world = new OutsideWorld(bench);
        world.putNetwork(one);
        world.putRouter(one, true, ONE);
        machines = Stream.of(0, 1, 2).map(host -> world.plug(one.machine(11 + host), world.hosts.get(host))).toList();
        world.awaitInSync();
        machines.forEach(machine -> world.awaitReach(machine.name(), TARGET));
    }

    @Test
    @Order(1)
    void streamsRunOnWhileTheControllerStartsAnew() {
        world.putFloating(1, machines.get(0));
        world.awaitReach("out-gw", "tcp:" + OutsideWorld.address(1) + ":8080");
        final var gateway = world.gatewayOf(one);
        world.probe.hold("out", machines.get(2), OutsideWorld.GATEWAY, 80);
        world.probe.hold("floating", machines.get(0), OutsideWorld.GATEWAY, 80);
        bench.controller().kill();
        bench.controller().start();
        world.awaitInSync();
        assertThat(world.gatewayOf(one)).isEqualTo(gateway);
        for (final var tag : List.of("out", "floating")) {
            final int before = world.probe.log(tag).size();
            Await.none(tag + " runs on", OutsideWorld.LIMIT,
                () -> world.probe.log(tag).size() > before + 10 ? List.of() : List.of("stuck at " + before));
            world.probe.end(tag);
        }
        machines.forEach(machine -> assertThat(world.reaches(machine.name(), TARGET)).as(machine.name()).isTrue());
    }

    @Test
    @Order(2)
    void anotherHostTakesOverFromOneThatDied() {
        final var gateway = world.gatewayOf(one);
        final var alive = machines.get(2);
        bench.lab().run("stop", gateway.name());
        final var took = world.awaitReach(alive.name(), TARGET);
        System.out.printf("New connections work %d ms after the gateway host died%n", took.toMillis());
        // The flows may be there a moment before the state says so.
        Await.none("the state names the new gateway host and no problem", OutsideWorld.LIMIT, () -> {
            final var state = world.state("router", OutsideWorld.router(one));
            return !TenantState.text(state, "gateway-host-id").equals(gateway.systemId())
                && TenantState.text(state, "reason").isEmpty() ? List.of() : List.of(state.toString());
        });
    }
}
