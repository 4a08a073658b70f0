/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.lab.FlowDump;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In whatever order hosts, networks, ports and machines arrive, the tables end up the same. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class OrderIT {
    private enum Step { HOSTS, NETWORKS, PORTS, MACHINES }

    private final List<Network> networks = List.of(new Network(1, 5001), new Network(2, 5002));
    private final List<Machine> machines = List.of(networks.get(0).machine(11), networks.get(1).machine(21),
        networks.get(0).machine(12), networks.get(1).machine(22));
    private final Bench bench;
    private List<FlowDump> first;

    OrderIT(final Bench bench) {
        this.bench = bench;
    }

    static Stream<List<Step>> orders() {
        return permutations(List.of(Step.values()));
    }

    private static Stream<List<Step>> permutations(final List<Step> steps) {
        return steps.isEmpty() ? Stream.of(List.of()) : steps.stream().flatMap(head -> {
            final var rest = steps.stream().filter(step -> step != head).toList();
            return permutations(rest).map(tail -> Stream.concat(Stream.of(head), tail.stream()).toList());
        });
    }

    @ParameterizedTest
    @MethodSource("orders")
    void everyOrderMakesTheSameTables(final List<Step> order) {
        final var hosts = List.of(bench.addHost(1), bench.addHost(2));
        if (order.indexOf(Step.MACHINES) < order.indexOf(Step.HOSTS)) {
            // A machine has to be plugged into something, so these hosts had a bridge before.
            hosts.forEach(Host::makeBridge);
        }
        order.forEach(step -> take(step, hosts));
        bench.awaitInSync(machines);
        assertThat(bench.lab().matrix(machines).faultsAfterFirst()).isEmpty();
        final var dumps = bench.dumps();
        if (first == null) {
            first = dumps;
        }
        assertThat(Bench.differences(first, dumps)).isEmpty();
    }

    private void take(final Step step, final List<Host> hosts) {
        switch (step) {
            case HOSTS -> bench.lab().setManagers();
            case NETWORKS -> networks.forEach(bench.model()::put);
            case PORTS -> machines.forEach(bench.model()::put);
            case MACHINES -> {
                for (int index = 0; index < machines.size(); index++) {
                    bench.lab().plug(machines.get(index), hosts.get(index / 2));
                }
            }
        }
    }

    @AfterEach
    void clean() {
        bench.clean();
    }
}
