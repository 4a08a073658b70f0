/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.nat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import io.tenantnet.it.lab.ContinuousPing;
import io.tenantnet.it.lab.FlowWatch;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.lab.Pings;
import io.tenantnet.it.lab.TcpStream;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import io.tenantnet.it.model.TenantModel;
import io.tenantnet.it.security.SecurityModel;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Pings at 100 a second and an open TCP connection between two machines, and one from a machine to the world outside through
 * a router with source NAT on another host; all through security groups with connection tracking, over tunnels. Connections,
 * the controller and TenantNet itself come and go: nothing is lost, and no flow is touched.
 */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class HitlessIT {
    private static final double INTERVAL = 0.01;
    private static final int GROUP = 1;
    private static final String FEATURE = "odl-tenantnet-all";
    /** A busy machine delays pings by some 200 ms; a switch that waits for anything does it for a second or more. */
    private static final int LONGEST_GAP_MILLIS = 900;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Network network = new Network(1, 5001);
    private final Machine one = network.machine(11);
    /** On the host that cannot be the gateway. */
    private final Machine other = network.machine(12);
    private final List<Machine> all = List.of(one, other);
    private final Bench bench;
    private OutsideWorld world;

    HitlessIT(final Bench bench) {
        this.bench = bench;
    }

    @BeforeAll
    void raise() {
        world = new OutsideWorld(bench);
        world.putNetwork(network);
        world.putRouter(network, true, "203.0.113.101");
        world.plug(one, world.hosts.get(0));
        world.plug(other, world.hosts.get(2));
        final var model = new SecurityModel(bench.model());
        model.putGroup(GROUP, true);
        model.putRule(1, GROUP, "egress");
        model.putRule(2, GROUP, "ingress", "remote-group-id", SecurityModel.group(GROUP));
        all.forEach(machine -> {
            final var port = new TreeMap<>(machine.toJson());
            port.put("security-group-ids", List.of(SecurityModel.group(GROUP)));
            bench.model().put("ports/port", port);
        });
        bench.awaitInSync(all);
        world.awaitReach(other.name(), "tcp:" + OutsideWorld.FAR + ":80");
        assertThat(bench.lab().matrix(all).faultsAfterFirst()).isEmpty();
    }

    @Test
    void switchesConnectAnew() {
        undelayedBy(() -> world.hosts.forEach(Host::reconnect));
    }

    @Test
    void managersConnectAnew() {
        undelayedBy(() -> world.hosts.forEach(host -> {
            host.delManager();
            host.setManager();
        }));
    }

    @Test
    void tenantNetIsUninstalledAndInstalledAgain() {
        undisturbedBy(() -> {
            bench.controller().command("feature:uninstall " + FEATURE);
            Await.none("without the model", LIMIT, () -> bench.rest().get(TenantModel.ROOT).status() == 400 ? List.of()
                : List.of("RESTCONF still knows it"));
            bench.controller().command("feature:install " + FEATURE);
            bench.controller().awaitReady();
        });
    }

    @Test
    void theControllerDiesAndStarts() {
        undisturbedBy(() -> {
            bench.controller().kill();
            bench.controller().start();
        });
    }

    private Pings undisturbedBy(final Runnable trouble) {
        final var before = bench.dumps();
        final var watches = world.hosts.stream().map(FlowWatch::new).toList();
        try (var pings = new ContinuousPing(bench.lab(), one, other, INTERVAL);
                var inside = new TcpStream(bench.lab(), other, one);
                var outward = new TcpStream(bench.lab(), other.name(), "out-far", OutsideWorld.FAR)) {
            trouble.run();
            pause();
            bench.awaitInSync(all);
            bench.awaitDumps("tables", LIMIT, before);
            final var result = pings.end();
            System.out.printf("%s; inside %s; outward %s%n", result, inside.end(), outward.end());
            assertThat(result.allAnswered()).as(result.toString()).isTrue();
            assertThat(watches.stream().flatMap(watch -> watch.events().stream())).isEmpty();
            return result;
        } finally {
            watches.forEach(FlowWatch::close);
        }
    }

    private void undelayedBy(final Runnable trouble) {
        assertThat(undisturbedBy(trouble).longestGapMillis()).isLessThan(LONGEST_GAP_MILLIS);
    }

    /** The state may still be that of before the trouble; in this time it is noticed. */
    private static void pause() {
        try {
            Thread.sleep(5_000);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
