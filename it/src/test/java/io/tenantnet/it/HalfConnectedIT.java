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
import io.tenantnet.it.model.TenantState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A host with one of its two connections, or that comes and goes, does not keep the others from their work. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class HalfConnectedIT {
    /** The last host is the one in trouble. */
    private static final int HOSTS = 3;
    private static final Duration SOON = Duration.ofSeconds(5);
    /** OpenFlowPlugin asks an idle switch for an echo after 10 s, and again. */
    private static final Duration NOTICED = Duration.ofSeconds(40);

    /** The controller waits for 30 s until it does something; what the switch says of its connections is up to 5 s old. */
    private static final Duration HEALED = Duration.ofSeconds(60);
    private static final String STUCK = "OpenFlowPlugin has not become its master";

    private final Network network = new Network(1, 5001);
    private final List<Machine> all = List.of(network.machine(11), network.machine(12), network.machine(13));
    private final Bench bench;
    private List<Host> hosts;
    private Host ill;

    HalfConnectedIT(final Bench bench) {
        this.bench = bench;
    }

    @BeforeAll
    void raise() {
        hosts = bench.addHosts(HOSTS);
        ill = hosts.get(HOSTS - 1);
        bench.model().put(network);
        for (int index = 0; index < HOSTS; index++) {
            bench.model().put(all.get(index));
            bench.lab().plug(all.get(index), hosts.get(index));
        }
        bench.awaitInSync(all);
        assertThat(bench.lab().matrix(all).faultsAfterFirst()).isEmpty();
    }

    @Test
    void databaseWithoutSwitch() {
        bench.lab().run("freeze", ill.name());
        final var one = network.machine(21);
        final var other = network.machine(22);
        try {
            add(one, hosts.get(0));
            add(other, hosts.get(1));
            Await.none("known", SOON, () -> unknown(one, hosts.get(1)));
            Await.none("known", SOON, () -> unknown(other, hosts.get(0)));
            assertThat(bench.lab().matrix(List.of(one, other)).faultsAfterFirst()).isEmpty();
            Await.none("noticed", NOTICED, () -> "true".equals(text("openflow-connected"))
                ? List.of("still connected") : List.of());
            assertThat(text("ovsdb-connected")).isEqualTo("true");
            Await.none("active", SOON, () -> bench.model().state().status(one).equals("ACTIVE") ? List.of()
                : List.of(bench.model().state().reason(one)));
        } finally {
            bench.lab().run("thaw", ill.name());
        }
        recover(one, other);
    }

    @Test
    void switchWithoutDatabase() {
        ill.delManager();
        final var one = network.machine(31);
        try (var pings = new ContinuousPing(bench.lab(), all.get(0), all.get(HOSTS - 1), 0.1)) {
            Await.none("noticed", NOTICED, () -> "false".equals(text("ovsdb-connected")) ? List.of()
                : List.of("still connected"));
            assertThat(text("openflow-connected")).isEqualTo("true");
            add(one, hosts.get(0));
            Await.none("known", SOON, () -> unknown(one, ill));
            assertThat(bench.lab().matrix(List.of(one, all.get(HOSTS - 1))).faultsAfterFirst()).isEmpty();
            final var result = pings.end();
            assertThat(result.allAnswered()).as(result.toString()).isTrue();
        } finally {
            ill.setManager();
        }
        recover(one);
    }

    @Test
    void switchWithoutMaster() {
        final var one = network.machine(51);
        final long warnings = bench.controller().logged(STUCK);
        final long read;
        try (var pings = new ContinuousPing(bench.lab(), all.get(0), all.get(HOSTS - 1), 0.1);
                var late = Between.lateRole(bench.lab(), ill)) {
            add(one, hosts.get(0));
            Await.none("noticed", NOTICED, () -> text("reason").contains(STUCK) ? List.of() : List.of(text("reason")));
            assertThat(text("openflow-connected")).isEqualTo("false");
            System.out.printf("has its flows after %s%n", Await.none("healed", HEALED, () -> unknown(one, ill)));
            assertThat(bench.controller().logged(STUCK)).isEqualTo(warnings + 1);
            bench.awaitInSync(all);
            assertThat(bench.lab().matrix(List.of(one, all.get(HOSTS - 1))).faultsAfterFirst()).isEmpty();
            final var result = pings.end();
            assertThat(result.allAnswered()).as(result.toString()).isTrue();
            read = bench.reads();
        }
        // What stood between has gone, and the connection through it.
        bench.awaitReadAfter(read, NOTICED);
        recover(one);
        // The proxy's routes went with it, which vswitchd may notice late: the next test begins when packets are not lost.
        Await.none("pings again", SOON, () -> IntStream.range(0, 10)
            .allMatch(round -> bench.lab().ping(all.get(0), all.get(HOSTS - 1)).allAnswered()) ? List.of()
            : List.of("not all answered"));
    }

    @Test
    void aHostThatFlapsDoesNotSlowTheOthers() {
        final var ended = new AtomicBoolean();
        final var flaps = new Thread(() -> {
            while (!ended.get()) {
                ill.reconnect();
                pause();
            }
        });
        flaps.start();
        final var added = List.of(network.machine(41), network.machine(42), network.machine(43));
        try {
            for (final var machine : added) {
                add(machine, hosts.get(0));
                System.out.printf("known to the other host after %s%n",
                    Await.none("known", SOON, () -> unknown(machine, hosts.get(1))));
            }
        } finally {
            ended.set(true);
            join(flaps);
        }
        recover(added.toArray(Machine[]::new));
    }

    private void add(final Machine machine, final Host host) {
        bench.lab().plug(machine, host);
        bench.model().put(machine);
    }

    private static List<String> unknown(final Machine machine, final Host host) {
        return host.flows().mentions(machine.mac()).isEmpty() ? List.of(host.name() + " does not know " + machine.name())
            : List.of();
    }

    private String text(final String leaf) {
        return bench.model().state().hosts().stream()
            .filter(entry -> TenantState.text(entry, "host-id").equals(ill.systemId()))
            .map(entry -> TenantState.text(entry, leaf)).findFirst().orElse("");
    }

    /** All is well again, and what was added goes. */
    private void recover(final Machine... added) {
        bench.awaitInSync(all);
        final var machines = new ArrayList<>(all);
        machines.addAll(List.of(added));
        assertThat(bench.lab().matrix(machines).faultsAfterFirst()).isEmpty();
        for (final var machine : added) {
            bench.model().delete(machine);
            bench.lab().unplug(machine);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(final Thread thread) {
        try {
            thread.join();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
