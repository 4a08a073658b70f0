/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Networks of type vxlan, gre and geneve with one identifier and the same addresses, on two hosts. */
@ExtendWith(BenchExtension.class)
class TunnelKindsIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Network VXLAN = new Network(1, 7001);
    private static final Network GRE = new Network(2, 7001);
    private static final Network GENEVE = new Network(3, 7001);
    private static final List<Machine> OF_GRE = List.of(GRE.machine(21), GRE.machine(22));
    private static final List<Machine> OF_GENEVE = List.of(GENEVE.machine(31), GENEVE.machine(32));
    private static final List<Machine> ALL = Stream.of(List.of(VXLAN.machine(11), VXLAN.machine(12)), OF_GRE, OF_GENEVE)
        .flatMap(List::stream).toList();

    private final Bench bench;

    TunnelKindsIT(final Bench bench) {
        this.bench = bench;
    }

    @Test
    void eachKindHasItsTunnelsWhereItIsUsed() {
        final var hosts = bench.addHosts(2);
        bench.model().put(VXLAN);
        hosts.forEach(host -> awaitTunnels(host, "tn-vxlan"));
        put(GRE, "gre");
        put(GENEVE, "geneve");
        ALL.forEach(bench.model()::put);
        for (int index = 0; index < ALL.size(); index++) {
            bench.lab().plug(ALL.get(index), hosts.get(index % 2));
        }
        hosts.forEach(host -> awaitTunnels(host, "tn-geneve", "tn-gre", "tn-vxlan"));
        bench.awaitInSync(ALL);
        // The first packets into a tunnel may be lost.
        assertThat(bench.lab().matrix(ALL).faultsAfterFirst()).isEmpty();
        assertThat(bench.lab().matrix(ALL).faults()).isEmpty();
        bench.lab().run("capture", "kinds", "proto", "47", "or", "udp", "port", "6081");
        assertThat(bench.lab().ping(OF_GRE.get(0), OF_GRE.get(1)).allAnswered()).isTrue();
        assertThat(bench.lab().ping(OF_GENEVE.get(0), OF_GENEVE.get(1)).allAnswered()).isTrue();
        Await.none("tunnels on the wire", LIMIT, () -> {
            final var seen = bench.lab().run("log", "kinds");
            return seen.contains("key=0x1b59") && seen.contains("Geneve") && seen.contains("vni 0x1b59") ? List.of()
                : List.of(seen);
        });
        bench.lab().run("kill", "kinds", "INT");
        OF_GRE.forEach(bench.model()::delete);
        bench.model().delete(GRE);
        hosts.forEach(host -> awaitTunnels(host, "tn-geneve", "tn-vxlan"));
        assertThat(bench.lab().ping(OF_GENEVE.get(0), OF_GENEVE.get(1)).allAnswered()).isTrue();
        assertThat(bench.lab().ping(OF_GRE.get(0), OF_GRE.get(1)).noneAnswered()).isTrue();
    }

    private void put(final Network network, final String type) {
        bench.model().put("networks/network",
            Map.of("uuid", network.uuid(), "network-type", type, "segmentation-id", network.vni()));
        bench.model().put("subnets/subnet", network.subnetJson());
    }

    private static void awaitTunnels(final Host host, final String... names) {
        Await.none("tunnels of " + host.name(), LIMIT, () -> {
            final var there = host.ports().stream().filter(name -> name.startsWith("tn-")).sorted().toList();
            return there.equals(List.of(names)) ? List.of() : List.of("there are " + there);
        });
    }
}
