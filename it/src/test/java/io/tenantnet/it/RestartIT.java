/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.lab.ContinuousPing;
import io.tenantnet.it.lab.FlowWatch;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The controller stops or dies and starts again; the machines do not notice. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class RestartIT {
    private final Network red = new Network(1, 5001);
    private final Network blue = new Network(2, 5002);
    private final List<Machine> all = List.of(red.machine(11), red.machine(12), red.machine(13),
        blue.machine(21), blue.machine(22), blue.machine(23));
    private final Bench bench;

    RestartIT(final Bench bench) {
        this.bench = bench;
    }

    @BeforeAll
    void raise() {
        final var hosts = bench.addHosts(3);
        bench.model().putAll(List.of(red, blue), all);
        for (int index = 0; index < all.size(); index++) {
            bench.lab().plug(all.get(index), hosts.get(index % 3));
        }
        bench.awaitInSync(all);
        assertThat(bench.lab().matrix(all).faultsAfterFirst()).isEmpty();
    }

    @Test
    void stoppedAndStarted() {
        undisturbedBy(() -> {
            bench.controller().stop();
            bench.controller().start();
        });
    }

    @Test
    void killedAndStarted() {
        undisturbedBy(() -> {
            bench.controller().kill();
            bench.controller().start();
        });
    }

    private void undisturbedBy(final Runnable restart) {
        final var config = bench.model().config();
        final var before = bench.dumps();
        final var pings = new ArrayList<ContinuousPing>();
        final var watches = new ArrayList<FlowWatch>();
        try {
            for (int number = 1; number <= 3; number++) {
                watches.add(new FlowWatch(bench.lab().host(number)));
            }
            // Every machine pings the next one of its network, which is on another host.
            for (int index = 0; index < all.size(); index++) {
                final var next = all.get(index / 3 * 3 + (index + 1) % 3);
                pings.add(new ContinuousPing(bench.lab(), all.get(index), next, 0.1));
            }
            restart.run();
            bench.awaitInSync(all);
            assertThat(Bench.differences(before, bench.dumps())).isEmpty();
            assertThat(watches.stream().flatMap(watch -> watch.events().stream())).as("changes of flows").isEmpty();
            assertThat(pings).allSatisfy(ping -> {
                final var result = ping.end();
                assertThat(result.allAnswered()).as(result.toString()).isTrue();
            });
            assertThat(bench.model().config()).isEqualTo(config);
        } finally {
            pings.forEach(ContinuousPing::close);
            watches.forEach(FlowWatch::close);
        }
    }
}
