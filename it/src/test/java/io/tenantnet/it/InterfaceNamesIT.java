/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import io.tenantnet.it.model.TenantState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A host joins whose bridge holds interfaces of every name that is met with, known and unknown. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class InterfaceNamesIT {
    private static final List<String> NAMES =
        List.of("vnic1.0", "tapd5e5b153-39", "veth0p", ".", "fifteen-letters");

    private final Network red = new Network(1, 5001);
    private final Machine peer = red.machine(50);
    // One of each name by iface-id, and one by host and name; the peer is on the other host.
    private final List<Machine> byId = new ArrayList<>();
    private final List<Machine> byName = new ArrayList<>();
    private final List<Machine> all = new ArrayList<>(List.of(peer));
    private final Bench bench;

    InterfaceNamesIT(final Bench bench) {
        this.bench = bench;
        for (int index = 0; index < NAMES.size(); index++) {
            byId.add(red.machine(10 + index).behind(NAMES.get(index)));
            byName.add(red.machine(20 + index).behind(NAMES.get(index), index % 2 == 0 ? "h2"
                : bench.lab().host(2).systemId()));
        }
        all.addAll(byId);
        all.addAll(byName);
    }

    @BeforeAll
    void raise() {
        final var hosts = List.of(bench.addHost(1), bench.addHost(2), bench.addHost(3));
        bench.model().putAll(List.of(red), all);
        for (final var host : hosts) {
            host.makeBridge();
        }
        byId.forEach(machine -> bench.lab().plug(machine, hosts.get(0)));
        byName.forEach(machine -> bench.lab().plug(machine, hosts.get(1)));
        // Nobody knows these: an iface-id that is no UUID, a UUID of no port, none, and a device that does not exist.
        for (final var id : List.of("not-a-uuid", "", "ffffffff-0000-4000-8000-000000000001")) {
            final var port = "odd" + id.length();
            hosts.get(2).vsctl("add-port", "br-int", port, "--", "set", "interface", port, "type=internal",
                "external_ids:iface-id=\"" + id + "\"");
        }
        hosts.get(2).vsctl("--no-wait", "add-port", "br-int", "absent");
        bench.lab().setManagers();
        bench.lab().plug(peer, hosts.get(2));
    }

    @Test
    void machinesBehindEveryNameAreReached() {
        bench.awaitInSync(all);
        assertThat(bench.lab().matrix(all).faultsAfterFirst()).isEmpty();
        final var state = bench.model().state();
        for (final var machine : byName) {
            final var port = state.port(machine).orElseThrow();
            assertThat(port.get("interface-name").getAsString()).isEqualTo(machine.interfaceName().orElseThrow());
            assertThat(port.get("host-id").getAsString()).isEqualTo(bench.lab().host(2).systemId());
        }
    }

    @Test
    void whatNobodyKnowsIsToldInTheState() {
        bench.awaitInSync(all);
        final var id = bench.lab().host(3).systemId();
        final var host = bench.model().state().hosts().stream()
            .filter(entry -> TenantState.text(entry, "host-id").equals(id)).findFirst().orElseThrow();
        final var unclaimed = TenantState.entries(host, "unclaimed-interface").toList();
        assertThat(unclaimed).extracting(entry -> TenantState.text(entry, "name"))
            .contains("odd10", "odd0", "odd36", "absent");
        assertThat(unclaimed).allSatisfy(entry -> assertThat(TenantState.text(entry, "reason")).isNotEmpty());
    }

    @Test
    void anInterfaceThatTwoPortsClaimGoesToOneAndTheOtherIsTold() {
        bench.awaitInSync(all);
        final var rival = red.machine(60).behind("vnic1.0", "h2");
        bench.model().put(rival);
        Await.none("the rival DOWN with a reason", Bench.SETTLE, () -> {
            final var state = bench.model().state();
            return "DOWN".equals(state.status(rival)) && state.reason(rival).contains("vnic1.0") ? List.of()
                : List.of(state.json().toString());
        });
        assertThat(bench.lab().ping(peer, byName.get(0)).allAnswered()).isTrue();
        bench.model().delete(rival);
        bench.awaitInSync(all);
    }
}
