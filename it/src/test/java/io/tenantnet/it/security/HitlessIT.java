/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import io.tenantnet.it.lab.ContinuousPing;
import io.tenantnet.it.lab.FlowWatch;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.lab.TcpStream;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Pings at 100 a second and an open TCP connection, through security groups with connection tracking and over a tunnel,
 * while connections and the controller come and go: nothing is lost, and no flow is touched.
 */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class HitlessIT {
    private static final double INTERVAL = 0.01;
    private static final int GROUP = 1;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Network network = new Network(1, 5001);
    private final List<Machine> all = List.of(network.machine(11), network.machine(12));
    private final Bench bench;
    private List<Host> hosts;

    HitlessIT(final Bench bench) {
        this.bench = bench;
    }

    @BeforeAll
    void raise() {
        hosts = bench.addHosts(2);
        final var model = new SecurityModel(bench.model());
        model.putGroup(GROUP, true);
        model.putRule(1, GROUP, "egress");
        model.putRule(2, GROUP, "ingress", "remote-group-id", SecurityModel.group(GROUP));
        bench.model().put(network);
        for (int index = 0; index < all.size(); index++) {
            final var port = new TreeMap<>(all.get(index).toJson());
            port.put("security-group-ids", List.of(SecurityModel.group(GROUP)));
            bench.model().put("ports/port", port);
            bench.lab().plug(all.get(index), hosts.get(index));
        }
        bench.awaitInSync(all);
        assertThat(bench.lab().matrix(all).faultsAfterFirst()).isEmpty();
    }

    @Test
    void switchesConnectAnew() {
        undisturbedBy(() -> hosts.forEach(host -> bench.lab().exec(host.name(), "ovs-appctl", "-t", "ovs-vswitchd",
            "bridge/reconnect", "br-int")));
    }

    @Test
    void managersConnectAnew() {
        undisturbedBy(() -> hosts.forEach(host -> bench.lab().exec(host.name(), "ovs-appctl", "-t", "ovsdb-server",
            "ovsdb-server/reconnect")));
    }

    @Test
    void theBundleStartsAnew() {
        undisturbedBy(() -> bench.controller().command("bundle:restart io.tenantnet.blueprint"));
    }

    @Test
    void theControllerDiesAndStarts() {
        undisturbedBy(() -> {
            bench.controller().kill();
            bench.controller().start();
        });
    }

    private void undisturbedBy(final Runnable trouble) {
        final var before = bench.dumps();
        try (var watch = new FlowWatch(hosts.get(0)); var other = new FlowWatch(hosts.get(1));
                var pings = new ContinuousPing(bench.lab(), all.get(0), all.get(1), INTERVAL);
                var stream = new TcpStream(bench.lab(), all.get(1), all.get(0))) {
            trouble.run();
            pause();
            bench.awaitInSync(all);
            bench.awaitDumps("tables", LIMIT, before);
            final var result = pings.end();
            assertThat(result.allAnswered()).as(result.toString()).isTrue();
            final var lines = stream.end();
            assertThat(lines.get(lines.size() - 1)).startsWith("sent=");
            assertThat(watch.events()).isEmpty();
            assertThat(other.events()).isEmpty();
            System.out.printf("%s; %s%n", result, lines.get(lines.size() - 1));
        }
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
