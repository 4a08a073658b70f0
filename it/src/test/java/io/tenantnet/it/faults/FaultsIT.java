/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import io.tenantnet.it.lab.Clock;
import io.tenantnet.it.lab.FlowDump;
import io.tenantnet.it.lab.Host;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Rounds of a bulk change in the midst of which a fault strikes. After each, the state must say that all is done, machines
 * reach each other, what is foreign is untouched; and the tables, groups and meters must be those that come about when all
 * of TenantNet's flows are removed and the switch connects anew: then everything is rendered from scratch and sent to an
 * empty switch. {@code bench/faults} runs more rounds.
 */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class FaultsIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    /** In which somebody else's changes are to be put right. */
    private static final Duration DRIFT = Duration.ofSeconds(10);
    /** In which both sides of an idle connection have asked whether the other is there. */
    private static final Duration ECHO = Duration.ofSeconds(15);
    private static final long MOMENT_MILLIS = 800;

    private final int rounds = Integer.getInteger("tenantnet.faults.rounds", Fault.values().length);
    private final long seed = Long.getLong("tenantnet.faults.seed", 6);
    private final Random random = new Random(seed);
    private final Bench bench;

    FaultsIT(final Bench bench) {
        this.bench = bench;
    }

    @BeforeAll
    void useOwnClocks() {
        Clock.ownOnes(bench.lab());
        bench.controller().stop();
        bench.controller().start();
        bench.controller().clock().wrongBy(-3_600);
        final long slow = Duration.between(bench.controller().wallTime(), LocalTime.now()).toSeconds();
        assertThat(Math.floorMod(slow, Duration.ofDays(1).toSeconds())).as("seconds").isBetween(3_500L, 3_700L);
    }

    @AfterAll
    void setClockRight() {
        bench.controller().clock().wrongBy(0);
    }

    @Test
    void afterEachFaultTheSwitchesHoldWhatTheModelSays() {
        System.out.printf("faults: %d rounds, seed %d%n", rounds, seed);
        final var cloud = new Cloud(bench);
        cloud.raise();
        final var deck = new ArrayList<Fault>();
        for (int round = 1; round <= rounds; round++) {
            if (deck.isEmpty()) {
                deck.addAll(List.of(Fault.values()));
                Collections.shuffle(deck, random);
            }
            round(round, deck.remove(deck.size() - 1), cloud);
        }
    }

    private void round(final int number, final Fault fault, final Cloud cloud) {
        final var host = cloud.hosts().get(random.nextInt(Cloud.HOSTS));
        final var connections = connections(cloud);
        cloud.change(random);
        Fault.sleep(random.nextLong(MOMENT_MILLIS));
        final long start = System.nanoTime();
        fault.strike(bench, host, random);
        if (fault == Fault.WIPED) {
            cloud.equip(host);
        } else if (fault.losesForeignFlows()) {
            cloud.addForeignFlow(host);
        }
        if (random.nextBoolean()) {
            cloud.change(random);
        }
        final long struck = System.nanoTime();
        Await.none(fault + " of " + host.name(), LIMIT, () -> left(cloud));
        final long settled = System.nanoTime();
        final var dumps = stable(cloud, fault == Fault.FLOWS_REMOVED ? DRIFT
            : fault.leavesConnections() ? ECHO : Duration.ZERO);
        if (fault.leavesConnections()) {
            assertThat(connections(cloud)).as("connections after " + fault).isEqualTo(connections);
        }
        assertThat(bench.lab().matrix(cloud.machines()).faultsAfterFirst()).as(fault.name()).isEmpty();
        assertThat(cloud.foreignDamage()).as(fault.name()).isEmpty();
        fromScratch(cloud);
        bench.awaitDumps(fault + " of " + host.name() + ": as from scratch", LIMIT, dumps);
        System.out.printf("round %d: %s of %s: %d ms, then in sync after %d ms; as from scratch: %s flows%n", number,
            fault, host.name(), (struck - start) / 1_000_000, (settled - struck) / 1_000_000,
            dumps.stream().map(dump -> dump.lines().size()).toList());
    }

    /**
     * Drift is put right when it is seen, which the state cannot tell before; then until nothing changes any more. The
     * first state asked for may be one of before the fault, so that it has to say the same at the end.
     */
    private List<FlowDump> stable(final Cloud cloud, final Duration first) {
        Fault.sleep(first.toMillis());
        final var last = new ArrayList<List<FlowDump>>();
        last.add(bench.dumps());
        Await.none("tables that stay", LIMIT, () -> {
            Fault.sleep(2_000);
            final var newest = bench.dumps();
            final var left = new ArrayList<>(Bench.differences(last.get(0), newest));
            last.set(0, newest);
            left.addAll(left(cloud));
            return left;
        });
        return last.get(0);
    }

    private static List<String> left(final Cloud cloud) {
        return Stream.concat(cloud.pending().stream(), cloud.hosts().stream().filter(host -> !host.isControlled())
            .map(host -> host.name() + " has no controller")).toList();
    }

    private static List<List<String>> connections(final Cloud cloud) {
        return cloud.hosts().stream().map(Host::connections).toList();
    }

    private void fromScratch(final Cloud cloud) {
        cloud.hosts().forEach(host -> {
            Fault.removeFlows(bench.lab(), host, "");
            host.reconnect();
        });
    }
}
