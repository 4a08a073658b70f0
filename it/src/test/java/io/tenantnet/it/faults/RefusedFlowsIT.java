/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A switch with a table that has no more room: who is told, what goes on, and what becomes of the rest. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class RefusedFlowsIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    /** TenantNet tries again after ever longer pauses, up to this and a little. */
    private static final Duration RETRIED = Duration.ofSeconds(90);
    private static final int SOURCE_CHECK = 50;

    private final Network network = new Network(1, 5001);
    private final Machine here = network.machine(11);
    private final Machine there = network.machine(12);
    private final Machine late = network.machine(13);
    private final Machine other = network.machine(14);
    private final Bench bench;
    private List<Host> hosts;

    RefusedFlowsIT(final Bench bench) {
        this.bench = bench;
    }

    @BeforeAll
    void raise() {
        hosts = bench.addHosts(2);
        bench.model().putAll(List.of(network), List.of(here, there));
        bench.lab().plug(here, hosts.get(0));
        bench.lab().plug(there, hosts.get(1));
        bench.awaitInSync(List.of(here, there));
    }

    @AfterAll
    void noLimit() {
        hosts.get(0).vsctl("clear", "bridge", "br-int", "flow_tables");
    }

    @Test
    void thePortSaysSoTheRestGoesOnAndItIsTriedAgain() {
        final long held = bench.lab().run("flows", hosts.get(0).name()).lines()
            .filter(line -> line.contains("table=" + SOURCE_CHECK + ",")).count();
        hosts.get(0).vsctl("--", "--id=@full", "create", "Flow_Table", "flow_limit=" + held, "overflow_policy=refuse",
            "--", "set", "bridge", "br-int", "flow_tables:" + SOURCE_CHECK + "=@full");
        bench.lab().plug(late, hosts.get(0));
        bench.model().put(late);
        bench.lab().plug(other, hosts.get(1));
        bench.model().put(other);

        Await.none("the port says what was refused", SOON, () -> bench.model().state().reason(late)
            .contains("br-int refused a flow of table " + SOURCE_CHECK) ? List.of() : List.of(bench.model().state().reason(late)));
        System.out.println("A port whose flows do not fit: " + bench.model().state().status(late) + ", "
            + bench.model().state().reason(late));
        assertThat(bench.model().state().status(late)).isNotEqualTo("ACTIVE");
        Await.none("the others are told of", SOON, () -> List.of(here, there, other).stream()
            .filter(machine -> !bench.model().state().status(machine).equals("ACTIVE"))
            .map(machine -> machine.name() + ": " + bench.model().state().reason(machine)).toList());
        assertThat(bench.lab().matrix(List.of(here, there, other)).faultsAfterFirst()).isEmpty();
        assertThat(bench.lab().ping(late, here).noneAnswered()).as("without its flows it sends nothing").isTrue();

        hosts.get(0).vsctl("clear", "bridge", "br-int", "flow_tables");
        final var took = Await.none("the rest came in", RETRIED, () ->
            bench.model().state().pending(List.of(here, there, late, other), hosts.size()));
        System.out.printf("In sync %d ms after there is room again%n", took.toMillis());
        assertThat(bench.lab().matrix(List.of(here, there, late, other)).faultsAfterFirst()).isEmpty();
    }
}
