/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.vtep;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import io.tenantnet.it.lab.ContinuousPing;
import io.tenantnet.it.lab.Vtep;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever comes and goes in whatever order, and whoever is restarted: the rows are those that are wanted. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class VtepOrderIT {
    private static final String LIST = "l2-gateway-connections/l2-gateway-connection";

    private final Network red = new Network(1, 5001);
    private final Machine machine = red.machine(11);
    private final Machine metal = red.machine(31);
    private final Bench bench;
    private final Gateways gateways;
    private Vtep tor;

    /** One of the things that may come and go in any order. */
    private record Part(String name, Runnable comes, Runnable goes) {
        @Override
        public String toString() {
            return name;
        }
    }

    VtepOrderIT(final Bench bench) {
        this.bench = bench;
        gateways = new Gateways(bench);
    }

    @BeforeAll
    void raise() {
        bench.addHosts(1);
        bench.model().putAll(List.of(red), List.of(machine));
        bench.lab().plug(machine, bench.lab().host(1));
        tor = Vtep.raise(bench.lab(), "tor1");
        tor.plug(metal, "p1", 0);
        bench.awaitInSync(List.of(machine));
        tor.setManager();
        gateways.awaitConnected(tor);
    }

    @AfterEach
    void nothingIsLeft() {
        bench.model().clearGateways();
        Await.none("nothing of TenantNet's", Gateways.SOON, () ->
            tor.rows().stream().filter(row -> row.contains(red.uuid())).toList());
        bench.model().putAll(List.of(red), List.of(machine));
    }

    @AfterAll
    void end() {
        tor.remove();
    }

    private List<Part> parts() {
        final var binding = new TreeMap<>(red.toJson());
        return List.of(
            new Part("connection", () -> bench.model().put(LIST, Gateways.connection(2, 1, red)),
                () -> bench.model().delete(LIST + "=" + Gateways.uuid(2))),
            new Part("gateway", () -> bench.model().put("l2-gateways/l2-gateway",
                Gateways.gateway(1, "tor1", "p1", List.of(0, 100))),
                () -> bench.model().delete("l2-gateways/l2-gateway=" + Gateways.uuid(1))),
            new Part("network", () -> bench.model().put("networks/network", binding),
                () -> bench.model().delete(red)),
            new Part("port", () -> bench.model().put(machine), () -> bench.model().delete(machine)),
            new Part("switch", tor::setManager, tor::delManager));
    }

    private List<String> wanted() {
        final var at = " -> vxlan_over_ipv4/" + bench.lab().host(1).tunnelAddress();
        return List.of("logical-switch " + red.uuid() + " key " + red.vni() + " source_node",
            "remote " + red.uuid() + " " + machine.mac() + at, "remote " + red.uuid() + " unknown-dst" + at,
            "binding p1 0000 " + red.uuid(), "binding p1 0100 " + red.uuid());
    }

    @Test
    void everyOrderOfComingAndGoing() {
        final var parts = parts();
        final var comings = new ArrayList<>(orders(parts).toList());
        final var goings = new ArrayList<>(comings);
        Collections.shuffle(comings, new Random(4));
        Collections.shuffle(goings, new Random(5));
        parts.get(1).comes().run();
        parts.get(0).comes().run();
        gateways.awaitRows(tor, wanted());
        for (int round = 0; round < comings.size(); round++) {
            goings.get(round).forEach(part -> part.goes().run());
            // A switch that nobody manages keeps its rows until somebody does.
            tor.setManager();
            gateways.awaitConnected(tor);
            gateways.awaitRows(tor, List.of());
            tor.delManager();
            comings.get(round).forEach(part -> part.comes().run());
            gateways.awaitRows(tor, wanted());
        }
        System.out.printf("%d orders of going and of coming: all rows as wanted%n", comings.size());
    }

    private static Stream<List<Part>> orders(final List<Part> parts) {
        return parts.isEmpty() ? Stream.of(List.of()) : parts.stream().flatMap(first ->
            orders(parts.stream().filter(part -> part != first).toList())
                .map(rest -> Stream.concat(Stream.of(first), rest.stream()).toList()));
    }

    @Test
    void restartsChangeNothingAndAnOperatorsRowsSurvive() {
        tor.ctl("add-ls", "op", "--", "set", "Logical_Switch", "op", "tunnel_key=77", "--", "bind-ls", "tor1", "p2",
            "7", "op", "--", "add-ucast-remote", "op", "00:11:22:33:44:55", "10.99.0.77", "--", "add-mcast-remote", "op",
            "unknown-dst", "10.99.0.77");
        gateways.bind(1, tor, "p1", 0, red);
        awaitPing();
        final var rows = tor.rows();
        assertThat(rows).contains("binding p2 0007 op", "remote op 00:11:22:33:44:55 -> vxlan_over_ipv4/10.99.0.77");
        tor.restart("ovsdb");
        gateways.awaitConnected(tor);
        undisturbed(rows);
        tor.restart("emulator");
        undisturbed(rows);
        tor.restart("all");
        undisturbed(rows);
        try (var pings = new ContinuousPing(bench.lab(), machine, metal, 0.1)) {
            bench.controller().stop();
            bench.controller().start();
            gateways.awaitReady(tor);
            gateways.awaitStatus("vtep-binding", 1, "ACTIVE", "");
            assertThat(pings.end().allAnswered()).as("packets while the controller was away").isTrue();
        }
        undisturbed(rows);
        bench.model().clearGateways();
        gateways.awaitRows(tor, rows.stream().filter(row -> !row.contains(red.uuid())).toList());
        tor.ctl("unbind-ls", "tor1", "p2", "7", "--", "clear-remote-macs", "op");
        Await.none("the emulator lets go", Gateways.SOON, () ->
            bench.lab().attempt("vtep-ctl", "tor1", "del-ls", "op").status() == 0 ? List.of() : List.of("no"));
    }

    private void undisturbed(final List<String> rows) {
        awaitPing();
        assertThat(tor.rows()).isEqualTo(rows);
    }

    private void awaitPing() {
        Await.none("bare metal is reached", Gateways.SOON, () ->
            bench.lab().ping(machine, metal).allAnswered() ? List.of() : List.of("no"));
    }

    @Test
    void whatOthersHaveTakenIsReported() {
        tor.ctl("add-ls", "op", "--", "set", "Logical_Switch", "op", "tunnel_key=77", "--", "bind-ls", "tor1", "p1",
            "300", "op");
        bench.model().put("vtep-bindings/vtep-binding", Gateways.binding(1, "tor1", "p1", 300, red));
        gateways.awaitStatus("vtep-binding", 1, "DOWN", "others have bound it to logical switch op");
        tor.ctl("unbind-ls", "tor1", "p1", "300");
        gateways.awaitStatus("vtep-binding", 1, "ACTIVE", "");
        bench.model().clearGateways();
        gateways.awaitRows(tor, List.of("logical-switch op key 77 []"));
        tor.ctl("set", "Logical_Switch", "op", "tunnel_key=" + red.vni());
        bench.model().put("vtep-bindings/vtep-binding", Gateways.binding(1, "tor1", "p1", 0, red));
        gateways.awaitStatus("vtep-binding", 1, "DOWN", "which others made, has tunnel key " + red.vni());
        Await.none("the emulator lets go", Gateways.SOON, () ->
            bench.lab().attempt("vtep-ctl", "tor1", "del-ls", "op").status() == 0 ? List.of() : List.of("no"));
        gateways.awaitStatus("vtep-binding", 1, "ACTIVE", "");
    }
}
