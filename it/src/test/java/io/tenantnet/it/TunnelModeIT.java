/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.lab.Between;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import io.tenantnet.it.model.TenantModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The hosts are joined in one way and then in the other, while machines are there. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class TunnelModeIT {
    private static final String SETTINGS = TenantModel.ROOT + "/settings";
    private static final String FLOW_BASED = "tn-vxlan";
    /** Where Genius waits for locks of its own, it takes 10 s for every two tunnels on two processors; here are six. */
    private static final Duration LIMIT = Duration.ofSeconds(120);

    /** What explains why ITM has not made a tunnel. */
    private static final List<String> GENIUS = List.of("itm:transport-zones?content=config",
        "itm-state:dpn-endpoints?content=config", "lock-manager:locks?content=nonconfig");

    private final Network red = new Network(1, 5001);
    private final List<Machine> all = List.of(red.machine(11), red.machine(12), red.machine(13));
    private final Bench bench;
    private List<Host> hosts;

    TunnelModeIT(final Bench bench) {
        this.bench = bench;
    }

    @BeforeAll
    void raise() {
        hosts = bench.addHosts(3);
        bench.model().putAll(List.of(red), all);
        for (int index = 0; index < all.size(); index++) {
            bench.lab().plug(all.get(index), hosts.get(index));
        }
        works(FLOW_BASED::equals, 1);
    }

    @AfterEach
    void backToFlowBased() {
        mode("flow-based");
        works(FLOW_BASED::equals, 1);
    }

    @AfterAll
    void defaultMode() {
        bench.rest().delete(SETTINGS).expectSuccess();
    }

    @Test
    void theModeIsChangedWhileMachinesAreThere() {
        mode("itm");
        works(name -> name.matches("tun[0-9a-f]{11}"), 2);
    }

    @Test
    void aHostThatIsSetUpAnewIsJoinedAgain() {
        mode("itm");
        works(name -> name.startsWith("tun"), 2);
        bench.removeHost(hosts.get(1));
        hosts = List.of(hosts.get(0), bench.addHost(2), hosts.get(2));
        hosts.get(1).setManager();
        bench.lab().plug(all.get(1), hosts.get(1));
        works(name -> name.startsWith("tun"), 2);
    }

    /** It loses what a switch tells it while it recovers from a failed transaction, and Genius knows only what it knows. */
    @Test
    void aHostOfWhichTheOvsdbPluginMissedTheBridgeIsJoined() {
        bench.removeHost(hosts.get(1));
        hosts = List.of(hosts.get(0), bench.addHost(2), hosts.get(2));
        try (var between = Between.lostUpdates(bench.lab(), hosts.get(1))) {
            hosts.get(1).setManager();
            bench.lab().plug(all.get(1), hosts.get(1));
            between.awaitLoss();
            works(FLOW_BASED::equals, 1);
            mode("itm");
            works(name -> name.startsWith("tun"), 2);
        }
    }

    @Test
    void aTunnelThatSomebodyDeletesIsMadeAgain() {
        mode("itm");
        works(name -> name.startsWith("tun"), 2);
        hosts.get(0).vsctl("del-port", "br-int", tunnels(hosts.get(0)).get(0));
        works(name -> name.startsWith("tun"), 2);
    }

    private void mode(final String name) {
        bench.rest().put(SETTINGS, Map.of("tenantnet:settings", Map.of("tunnel-mode", name))).expectSuccess();
    }

    private static List<String> tunnels(final Host host) {
        return host.vsctl("--bare", "--columns=name", "find", "interface", "type=vxlan").lines()
            .filter(line -> !line.isBlank()).sorted().toList();
    }

    /** Until every host has so many tunnel ports, all of this kind, and every machine reaches every other. */
    private void works(final Predicate<String> kind, final int count) {
        try {
            awaitTunnels(kind, count);
        } catch (final AssertionError e) {
            throw new AssertionError(e.getMessage() + "; Genius has " + GENIUS.stream()
                .map(path -> path + " " + bench.rest().get(path).text().replaceAll("\\s+", "")).toList(), e);
        }
        bench.awaitInSync(all);
        assertThat(bench.lab().matrix(all).faultsAfterFirst()).isEmpty();
    }

    private void awaitTunnels(final Predicate<String> kind, final int count) {
        Await.none("tunnel ports", LIMIT, () -> {
            final var complaints = new ArrayList<String>();
            for (final var host : hosts) {
                final var tunnels = tunnels(host);
                if (tunnels.size() != count || !tunnels.stream().allMatch(kind)) {
                    complaints.add(host.name() + " has " + tunnels);
                }
            }
            return complaints;
        });
    }
}
