/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.neutron;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How many ports one client can make in a second, one request after the other, each answered when it is committed. The
 * best of several rounds counts, since the first ones warm the controller up. A measurement, printed: it fails only where a
 * create does.
 */
@ExtendWith(BenchExtension.class)
class NeutronSpeedIT {
    private static final int ROUNDS = 6;
    private static final int PORTS = 200;

    private final Neutron neutron;

    NeutronSpeedIT(final Bench bench) {
        neutron = new Neutron(bench.lab());
    }

    @Test
    void portsInASecond() {
        neutron.awaitReady();
        final var ports = new ManyPorts(neutron);
        ports.makeNetwork();
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            final long start = System.nanoTime();
            for (int number = 1; number <= PORTS; number++) {
                assertThat(ports.make(round * PORTS + number)).isEqualTo(201);
            }
            final double rate = PORTS / ((System.nanoTime() - start) / 1e9);
            System.out.printf("%d port creates: %.0f a second%n", PORTS, rate);
            best = Math.max(best, rate);
        }
        System.out.printf("Port creates a second from one client: %.0f%n", best);
        neutron.clear();
    }
}
