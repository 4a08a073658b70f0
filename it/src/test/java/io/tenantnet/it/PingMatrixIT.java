/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.tenantnet.it.lab.Capture;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import io.tenantnet.it.model.TenantState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three hosts, two networks with the same addresses, two machines of each network on each host. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class PingMatrixIT {
    private static final int HOSTS = 3;
    private static final double SLOWEST_MBIT = 100;

    private final Network red = new Network(1, 5001);
    private final Network blue = new Network(2, 5002);
    // machines.get(2 * host) and the next are red, those of blue have the same places in the other list
    private final List<Machine> reds = machines(red, 10);
    private final List<Machine> blues = machines(blue, 20);
    private final List<Machine> all = Stream.of(reds, blues).flatMap(List::stream).toList();
    private final Bench bench;

    PingMatrixIT(final Bench bench) {
        this.bench = bench;
    }

    private static List<Machine> machines(final Network network, final int first) {
        final var machines = new ArrayList<Machine>();
        for (int address = first; address < first + 2 * HOSTS; address++) {
            machines.add(network.machine(address));
        }
        return machines;
    }

    @BeforeAll
    void raise() {
        final var hosts = bench.addHosts(HOSTS);
        bench.model().putAll(List.of(red, blue), all);
        for (int index = 0; index < 2 * HOSTS; index++) {
            bench.lab().plug(reds.get(index), hosts.get(index / 2));
            bench.lab().plug(blues.get(index), hosts.get(index / 2));
        }
        bench.awaitInSync(all);
        // The first packets make Open vSwitch look for the other hosts: they may be lost, those of the tests may not.
        assertThat(bench.lab().matrix(all).faultsAfterFirst()).isEmpty();
    }

    @Test
    void everyPairOfANetworkAndNoOther() {
        assertThat(bench.lab().matrix(all).faults()).isEmpty();
    }

    @Test
    void noOtherEvenWhenAMachineKnowsTheOthersMac() {
        for (final var from : all) {
            for (final var to : all) {
                if (!from.network().equals(to.network())) {
                    bench.lab().exec(from.name(), "ip", "neigh", "replace", to.ip(), "lladdr", to.mac(), "dev", "eth0",
                        "nud", "permanent");
                }
            }
        }
        assertThat(bench.lab().matrix(all).faults()).isEmpty();
    }

    @Test
    void tcpAcrossHosts() {
        final var report = bench.lab().run("iperf", reds.get(0).name(), reds.get(4).name(), "-t", "3", "-J");
        final var received = JsonParser.parseString(report).getAsJsonObject().getAsJsonObject("end")
            .getAsJsonObject("sum_received").get("bits_per_second").getAsDouble() / 1e6;
        assertThat(received).as("Mbit/s").isGreaterThan(SLOWEST_MBIT);
    }

    @Test
    void theNetworkIdentifierIsOnTheWire() {
        for (final var machines : List.of(reds, blues)) {
            try (var capture = new Capture(bench.lab())) {
                assertThat(bench.lab().ping(machines.get(0), machines.get(4)).allAnswered()).isTrue();
                final var vni = machines.get(0).network().vni();
                Await.none("capture", Bench.SETTLE,
                    () -> capture.vnisOfPings().contains(vni) ? List.of() : List.of("seen: " + capture.vnisOfPings()));
                assertThat(capture.vnisOfPings()).containsOnly(vni);
            }
        }
    }

    @Test
    void theStateSaysWhereEverythingIs() {
        final var state = bench.model().state();
        assertThat(state.pending(all, HOSTS)).isEmpty();
        for (final var network : List.of(red, blue)) {
            final var entry = state.network(network).orElseThrow();
            assertThat(entry.get("segmentation-id").getAsInt()).isEqualTo(network.vni());
            assertThat(entry.getAsJsonArray("host-ids")).hasSize(HOSTS);
        }
        final var port = state.port(reds.get(0)).orElseThrow();
        assertThat(port.get("host-id").getAsString()).isEqualTo(bench.lab().host(1).systemId());
        assertThat(port.get("ofport").getAsInt()).isPositive();
        assertThat(state.hosts()).allSatisfy(host -> {
            assertThat(TenantState.entries(host, "tunnel")).hasSize(HOSTS - 1)
                .allSatisfy(tunnel -> assertThat(TenantState.text(tunnel, "status")).isEqualTo("ACTIVE"));
            assertThat(host.get("datapath-type").getAsString()).isEqualTo("netdev");
        });
    }
}
