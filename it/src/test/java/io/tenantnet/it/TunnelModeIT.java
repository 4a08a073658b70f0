/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.lab.Between;
import io.tenantnet.it.lab.ContinuousPing;
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

/**
 * The hosts are joined in one way and then in the other, while machines are there, which reach each other all the time, whatever
 * Genius ITM does.
 */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class TunnelModeIT {
    private static final String SETTINGS = TenantModel.ROOT + "/settings";
    private static final String FLOW_BASED = "tn-vxlan";
    private static final int GAP_MILLIS = 1_000;
    /** Where Genius waits for locks of its own, it takes 10 s for every two tunnels on two processors; here are six. */
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final Network red = new Network(1, 5001);
    private final List<Machine> all = List.of(red.machine(11), red.machine(12), red.machine(13));
    private final Bench bench;
    private List<Host> hosts;

    TunnelModeIT(final Bench bench) {
        this.bench = bench;
    }

    /** Where VTEPs reconnect at once, as in other tests, the OVSDB plugin may stop for good (docs/tunnels.md). */
    @BeforeAll
    void raise() {
        bench.controller().stop();
        bench.controller().start();
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
        try (var pings = new ContinuousPing(bench.lab(), all.get(0), all.get(1), 0.05)) {
            mode("itm");
            works(name -> name.matches("tun[0-9a-f]{11}"), 2);
            mode("flow-based");
            works(FLOW_BASED::equals, 1);
            final var gap = pings.end().longestGapMillis();
            System.out.printf("Two changes of the tunnel mode: no answer for %d ms at most%n", gap);
            assertThat(gap).isLessThan(GAP_MILLIS);
        }
    }

    @Test
    void aHostThatIsSetUpAnewIsJoinedAgain() {
        mode("itm");
        works(name -> name.startsWith("tun"), 2);
        replaceSecondHost();
        connectSecondHost();
        works(name -> name.startsWith("tun"), 2);
    }

    /** It loses what a switch tells it while it recovers from a failed transaction, and Genius knows only what it knows. */
    @Test
    void aHostOfWhichTheOvsdbPluginMissedTheBridgeIsJoined() {
        try (var between = missed(1)) {
            between.awaitLoss();
            works(FLOW_BASED::equals, 1);
            mode("itm");
            works(name -> name.startsWith("tun"), 2);
        }
    }

    /** As where the plugin has stopped for good. */
    @Test
    void aHostOfWhichGeniusNeverHearsIsReachedAllTheSame() {
        try (var between = missed(Integer.MAX_VALUE)) {
            between.awaitLoss();
            works(FLOW_BASED::equals, 1);
            mode("itm");
            Await.none("tunnels where Genius can make them", LIMIT, () -> hosts.stream()
                .filter(host -> tunnels(host).stream().anyMatch(FLOW_BASED::equals) != host.equals(hosts.get(1)))
                .map(host -> host.name() + " has " + tunnels(host)).toList());
            bench.awaitInSync(all);
            assertThat(bench.lab().matrix(all).faultsAfterFirst()).isEmpty();
            assertThat(bench.model().state().tunnelReason(hosts.get(1), hosts.get(0))).contains("Genius ITM has made no port");
            assertThat(bench.model().state().tunnelReason(hosts.get(0), hosts.get(1))).isEmpty();
        }
    }

    @Test
    void aTunnelThatSomebodyDeletesIsMadeAgain() {
        mode("itm");
        works(name -> name.startsWith("tun"), 2);
        hosts.get(0).vsctl("del-port", "br-int", tunnels(hosts.get(0)).get(0));
        works(name -> name.startsWith("tun"), 2);
    }

    /** The second host is set up anew, and on so many of its connections the OVSDB plugin is not told of its bridges. */
    private Between missed(final int connections) {
        replaceSecondHost();
        final var between = Between.lostUpdates(bench.lab(), hosts.get(1), connections);
        connectSecondHost();
        return between;
    }

    private void replaceSecondHost() {
        bench.removeHost(hosts.get(1));
        hosts = List.of(hosts.get(0), bench.addHost(2), hosts.get(2));
    }

    private void connectSecondHost() {
        hosts.get(1).setManager();
        bench.lab().plug(all.get(1), hosts.get(1));
    }

    private void mode(final String name) {
        bench.rest().put(SETTINGS, Map.of("tenantnet:settings", Map.of("tunnel-mode", name))).expectSuccess();
    }

    private static List<String> tunnels(final Host host) {
        return host.vsctl("--bare", "--columns=name", "find", "interface", "type=vxlan").lines()
            .filter(line -> !line.isBlank()).sorted().toList();
    }

    /** Until every host has so many tunnel ports, all of this kind; and every machine reaches every other, before and after. */
    private void works(final Predicate<String> kind, final int count) {
        awaitPings();
        try {
            awaitTunnels(kind, count);
        } catch (final AssertionError e) {
            throw new AssertionError(e.getMessage() + "; " + ItmEvidence.read(bench), e);
        }
        bench.awaitInSync(all);
        assertThat(bench.lab().matrix(all).faultsAfterFirst()).isEmpty();
    }

    private void awaitPings() {
        Await.none("pings", Bench.SETTLE, () ->
            bench.lab().matrix(all).faultsAfterFirst().stream().map(Object::toString).toList());
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
