/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.neutron;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import java.io.UncheckedIOException;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The controller is killed while it is written to: what it has acknowledged is there afterwards, but perhaps for the very
 * last, which OpenDaylight has written but may not read again (docs/openstack.md says why).
 */
@ExtendWith(BenchExtension.class)
class NeutronCrashIT {
    private static final int PORTS = 1_000;

    private final Bench bench;
    private final Neutron neutron;

    NeutronCrashIT(final Bench bench) {
        this.bench = bench;
        neutron = new Neutron(bench.lab());
    }

    @Test
    void acknowledgedPortsAreThere() throws InterruptedException {
        neutron.awaitReady();
        final var ports = new ManyPorts(neutron);
        ports.makeNetwork();
        final var acknowledged = new TreeSet<String>();
        final var half = new CountDownLatch(PORTS / 2);
        final var client = new Thread(() -> {
            try {
                for (int number = 1; number <= PORTS; number++) {
                    if (ports.make(number) == 201) {
                        acknowledged.add(ManyPorts.id(number));
                        half.countDown();
                    }
                }
            } catch (final UncheckedIOException e) {
                // Killed, as it should be.
                half.countDown();
            }
        });
        client.start();
        half.await();
        bench.controller().kill();
        client.join();
        assertThat(acknowledged.size()).isBetween(PORTS / 2, PORTS - 1);
        try (var driverPort = new StatusPoll(bench.lab(), 8080); var restPort = new StatusPoll(bench.lab(), 8181)) {
            bench.controller().start();
            driverPort.await(200);
            restPort.await(200);
            // Neither 404 nor 401, which the driver would take for an answer of the API's.
            assertThat(driverPort.seen()).containsExactly(StatusPoll.REFUSED, 200);
            assertThat(restPort.seen()).containsExactly(StatusPoll.REFUSED, 503, 200);
        }

        final var stored = new TreeSet<String>();
        neutron.list("ports").forEach(port -> stored.add(port.getAsJsonObject().get("id").getAsString()));
        final var lost = new TreeSet<>(acknowledged);
        lost.removeAll(stored);
        assertThat(lost).isSubsetOf(acknowledged.last());
        // One more at most: committed, but the answer was lost.
        final var more = new TreeSet<>(stored);
        more.removeAll(acknowledged);
        assertThat(more).hasSizeLessThan(2);
        final var config = bench.model().config();
        assertThat(stored).allSatisfy(id -> assertThat(config).contains(id));
        neutron.clear();
    }
}
