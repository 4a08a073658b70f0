/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.vtep;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import io.tenantnet.it.lab.Capture;
import io.tenantnet.it.lab.ContinuousPing;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.lab.Vtep;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import io.tenantnet.it.model.TenantModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bare metal behind the ports of hardware VTEPs, in the networks of machines on hosts. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class VtepIT {
    private static final String SETTINGS = TenantModel.ROOT + "/settings";
    private static final int MILLIS_ALLOWED = 2000;
    /** ovs-vtep looks at its database once a second and runs a hundred programs in between. */
    private static final int MILLIS_OF_THE_EMULATOR = 3000;

    private final Network red = new Network(1, 5001);
    private final Network blue = new Network(2, 5002);
    private final Machine first = red.machine(11);
    private final Machine second = red.machine(12);
    private final Machine stranger = blue.machine(21);
    private final Machine metal = red.machine(31);
    private final Machine tagged = blue.machine(32);
    private final Machine far = red.machine(33);
    private final Bench bench;
    private final Gateways gateways;
    private List<Host> hosts;
    private Vtep tor1;
    private Vtep tor2;

    VtepIT(final Bench bench) {
        this.bench = bench;
        gateways = new Gateways(bench);
    }

    @BeforeAll
    void raise() {
        hosts = bench.addHosts(2);
        bench.model().putAll(List.of(red, blue), List.of(first, second, stranger));
        bench.lab().plug(first, hosts.get(0));
        bench.lab().plug(second, hosts.get(1));
        bench.lab().plug(stranger, hosts.get(0));
        tor1 = Vtep.raise(bench.lab(), "tor1");
        tor2 = Vtep.raise(bench.lab(), "tor2");
        tor1.setManager();
        tor2.setManager();
        tor1.plug(metal, "p1", 0);
        tor1.plug(tagged, "p1", 100);
        tor2.plug(far, "p1", 0);
        gateways.awaitConnected(tor1);
        gateways.awaitConnected(tor2);
        bench.awaitInSync(List.of(first, second, stranger));
    }

    @AfterEach
    void nothingIsLeft() {
        bench.model().clearGateways();
        gateways.awaitRows(tor1, List.of());
        gateways.awaitRows(tor2, List.of());
    }

    @AfterAll
    void end() {
        tor1.remove();
        tor2.remove();
    }

    private void awaitPing(final Machine from, final Machine to) {
        Await.none(from.name() + " reaches " + to.name(), Gateways.SOON, () ->
            bench.lab().ping(from, to).allAnswered() ? List.of() : List.of("no"));
    }

    @Test
    void bareMetalIsInTheNetworkAndInNoOther() {
        gateways.bind(1, tor1, "p1", 0, red);
        for (final var machine : List.of(first, second)) {
            awaitPing(machine, metal);
            assertThat(bench.lab().ping(metal, machine).allAnswered()).isTrue();
        }
        try (var capture = new Capture(bench.lab())) {
            assertThat(bench.lab().run("iperf", first.name(), metal.name(), "-t", "1")).contains("receiver");
            Await.none("capture", Gateways.SOON, () -> capture.vnis().isEmpty() ? List.of("nothing") : List.of());
            assertThat(capture.vnis()).containsOnly(red.vni());
        }
        bench.lab().exec(stranger.name(), "ip", "neigh", "replace", metal.ip(), "lladdr", metal.mac(), "dev", "eth0",
            "nud", "permanent");
        assertThat(bench.lab().ping(stranger, metal).noneAnswered()).isTrue();
        assertThat(tor1.rows()).containsExactly(
            "logical-switch " + red.uuid() + " key " + red.vni() + " source_node",
            "remote " + red.uuid() + " " + first.mac() + " -> vxlan_over_ipv4/" + hosts.get(0).tunnelAddress(),
            "remote " + red.uuid() + " " + second.mac() + " -> vxlan_over_ipv4/" + hosts.get(1).tunnelAddress(),
            "remote " + red.uuid() + " unknown-dst -> vxlan_over_ipv4/" + hosts.get(0).tunnelAddress(),
            "remote " + red.uuid() + " unknown-dst -> vxlan_over_ipv4/" + hosts.get(1).tunnelAddress(),
            "binding p1 0000 " + red.uuid());
        assertThat(bench.model().state().json().toString()).contains(metal.mac());
    }

    @Test
    void twoNetworksOnOnePortAndTwoSwitchesInOneNetwork() {
        // In this order: of two flows of one priority ovs-vtep lets the older one have the tagged frames.
        gateways.bind(2, tor1, "p1", 100, blue);
        awaitPing(stranger, tagged);
        gateways.bind(1, tor1, "p1", 0, red);
        gateways.bind(3, tor2, "p1", 0, red);
        awaitPing(first, metal);
        assertThat(bench.lab().ping(stranger, tagged).allAnswered()).isTrue();
        awaitPing(metal, far);
        assertThat(bench.lab().ping(far, metal).allAnswered()).isTrue();
        bench.lab().exec(metal.name(), "ip", "neigh", "replace", tagged.ip(), "lladdr", tagged.mac(), "dev", "eth0",
            "nud", "permanent");
        assertThat(bench.lab().ping(metal, tagged).noneAnswered()).isTrue();
        assertThat(bench.lab().ping(first, tagged).noneAnswered()).isTrue();
    }

    /** ITM makes tunnels between hosts, and none to switches. */
    @Test
    void hostsThatAreJoinedByItmReachBareMetal() {
        bench.rest().put(SETTINGS, Map.of("tenantnet:settings", Map.of("tunnel-mode", "itm"))).expectSuccess();
        try {
            gateways.bind(1, tor1, "p1", 0, red);
            awaitPing(first, metal);
            awaitPing(metal, second);
            awaitPing(first, second);
        } finally {
            bench.rest().delete(SETTINGS).expectSuccess();
        }
        awaitPing(metal, first);
        awaitPing(first, second);
    }

    @Test
    void machinesMove() {
        gateways.bind(1, tor1, "p1", 0, red);
        gateways.bind(2, tor1, "p2", 0, red);
        gateways.bind(3, tor2, "p2", 0, red);
        awaitPing(metal, second);
        try (var pings = new ContinuousPing(bench.lab(), metal, second, 0.05)) {
            bench.lab().move(second, hosts.get(0), 0);
            awaitPing(metal, second);
            final var gap = pings.end().longestGapMillis();
            System.out.printf("Bare metal does not reach a machine that moves for %d ms%n", gap);
            assertThat(gap).isLessThan(MILLIS_ALLOWED + MILLIS_OF_THE_EMULATOR);
        }
        bench.lab().move(second, hosts.get(1), 0);
        awaitPing(metal, second);
        // Where it left it is learned still, and pings keep that alive: it is the machine that has to be heard.
        reachableAfterMove(tor1, "p2");
        reachableAfterMove(tor2, "p2");
        reachableAfterMove(tor1, "p1");
    }

    private void reachableAfterMove(final Vtep to, final String port) {
        to.moveHere(metal, port);
        final var took = Await.none("reachable at " + port + " of " + to.name(), Gateways.SOON, () ->
            // One that is never heard is sought where it was: it has to say something, as machines do.
            bench.lab().attempt("exec", metal.name(), "ping", "-c1", "-W1", first.ip()).status() == 0
                && bench.lab().attempt("exec", first.name(), "ping", "-c1", "-W1", metal.ip()).status() == 0
                ? List.of() : List.of("no"));
        // Before it moves on: of two moves within one look of ovs-vtep at its flows nobody hears.
        gateways.awaitLearned(metal, first, to);
        System.out.printf("Bare metal that moved to %s of %s is reached after %d ms%n", port, to.name(), took.toMillis());
        assertThat(took).as(port + " of " + to.name()).isLessThan(Duration.ofMillis(MILLIS_ALLOWED + MILLIS_OF_THE_EMULATOR));
    }

    @Test
    void badInputIsRefusedOrReported() {
        assertThat(gateways.tryToPut("vtep-bindings/vtep-binding", Gateways.binding(1, "tor1", "p1", 4095, red)).text())
            .contains("vlan-id '4095' is not in 0..4094");
        assertThat(gateways.tryToPut("l2-gateways/l2-gateway", Gateways.gateway(1, "tor1", "p1", List.of(5000))).text())
            .contains("segmentation-ids '5000' is not in 0..4094");
        bench.model().put("vtep-bindings/vtep-binding", Gateways.binding(1, "tor1", "p9", 0, red));
        gateways.awaitStatus("vtep-binding", 1, "DOWN", "switch tor1 has no port p9");
        bench.model().put("vtep-bindings/vtep-binding", Gateways.binding(1, "tor9", "p1", 0, red));
        gateways.awaitStatus("vtep-binding", 1, "DOWN", "no switch tor9 has connected");
        gateways.bind(1, tor1, "p1", 100, red);
        bench.model().put("vtep-bindings/vtep-binding", Gateways.binding(2, "tor1", "p1", 100, blue));
        gateways.awaitStatus("vtep-binding", 2, "DOWN",
            "VLAN 100 on port p1 of switch tor1 belongs to vtep-binding " + Gateways.uuid(1));
        bench.model().put("l2-gateways/l2-gateway", Gateways.gateway(3, "tor1", "p1", List.of(100, 200)));
        gateways.awaitStatus("l2-gateway", 3, "DOWN", "no l2-gateway-connection names it");
        bench.model().put("l2-gateways/l2-gateway", Gateways.gateway(4, "tor1", "p1", List.of(200)));
        bench.model().put("l2-gateway-connections/l2-gateway-connection", Gateways.connection(5, 3, red));
        bench.model().put("l2-gateway-connections/l2-gateway-connection", Gateways.connection(6, 4, blue));
        gateways.awaitStatus("l2-gateway-connection", 5, "ACTIVE",
            "VLAN 100 on port p1 of switch tor1 belongs to vtep-binding " + Gateways.uuid(1));
        gateways.awaitStatus("l2-gateway-connection", 6, "DOWN",
            "VLAN 200 on port p1 of switch tor1 belongs to l2-gateway-connection " + Gateways.uuid(5));
    }
}
