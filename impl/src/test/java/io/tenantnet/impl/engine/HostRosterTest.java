/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.Model;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HostRosterTest {
    private static final Duration HOLD = Duration.ofSeconds(300);
    private static final Duration ALMOST = HOLD.minusSeconds(1);
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final Duration RETURN_TIME = Duration.ofSeconds(30);

    private final VirtualTasks tasks = new VirtualTasks();
    private final VirtualSwitch br = new VirtualSwitch();
    private final VirtualSwitch.Line line = br.connect();
    private final Remembered known = new Remembered();
    private Model model = Model.EMPTY;
    private final Engine engine = new Engine(tasks, (newest, resolved, reports) -> model = newest);
    private final HostRoster roster = new HostRoster(engine, known, tasks, () -> HOLD);

    private static final class Remembered implements KnownHosts {
        private final Set<String> ids = new HashSet<>();

        @Override
        public Set<String> load() {
            return Set.copyOf(ids);
        }

        @Override
        public void add(final String hostId) {
            ids.add(hostId);
        }

        @Override
        public void remove(final String hostId) {
            ids.remove(hostId);
        }
    }

    @Test
    void aHostKeepsItsPlaceForAWhile() {
        roster.changed(host("h1", 1, 1));
        roster.disconnected("h1");
        tasks.pass(ALMOST);
        assertThat(model.hosts()).containsOnlyKeys("h1");
        assertThat(model.hosts().get("h1").connected()).isFalse();
        tasks.pass(TWO_SECONDS);
        assertThat(model.hosts()).isEmpty();
        assertThat(known.ids).isEmpty();
    }

    @Test
    void aHostIsSilentAfterSomeSecondsUntilItSpeaksAgain() {
        roster.changed(host("h1", 1, 1));
        roster.connected(1, line);
        roster.disconnected("h1");
        tasks.pass(HOLD);
        assertThat(model.presence().silent()).as("its switch is connected").isEmpty();
        roster.disconnected(1, line);
        tasks.pass(TWO_SECONDS);
        assertThat(model.presence().silent()).isEmpty();
        tasks.pass(TWO_SECONDS.plus(TWO_SECONDS));
        assertThat(model.presence().silent()).containsExactly("h1");
        roster.connected(1, line);
        tasks.pass(TWO_SECONDS);
        assertThat(model.presence().silent()).isEmpty();
    }

    @Test
    void hostsOfBeforeTheStartAreExpectedUntilTheyAreBackOrGivenUp() {
        known.ids.addAll(Set.of("h1", "h2"));
        final var restarted = new HostRoster(engine, known, tasks, () -> HOLD);
        restarted.start();
        restarted.changed(host("h1", 1, 1));
        tasks.pass(TWO_SECONDS);
        assertThat(model.presence().expected()).containsExactly("h2");
        tasks.pass(RETURN_TIME);
        assertThat(model.presence().expected()).isEmpty();
    }

    @Test
    void aHostThatComesBackInTimeStays() {
        roster.changed(host("h1", 1, 1));
        roster.disconnected("h1");
        tasks.pass(ALMOST);
        roster.changed(host("h1", 1, 1));
        tasks.pass(HOLD);
        assertThat(model.hosts()).containsOnlyKeys("h1");
        assertThat(known.ids).containsExactly("h1");
    }

    @Test
    void eachLossBeginsTheTimeAnew() {
        roster.changed(host("h1", 1, 1));
        for (int i = 0; i < 3; i++) {
            roster.disconnected("h1");
            tasks.pass(ALMOST);
            roster.changed(host("h1", 1, 1));
        }
        roster.disconnected("h1");
        tasks.pass(ALMOST);
        assertThat(model.hosts()).containsOnlyKeys("h1");
        tasks.pass(TWO_SECONDS);
        assertThat(model.hosts()).isEmpty();
        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void aHostWhoseSwitchIsConnectedStays() {
        roster.changed(host("h1", 1, 1));
        roster.connected(1, line);
        roster.disconnected("h1");
        tasks.pass(HOLD.plus(HOLD));
        assertThat(model.hosts()).containsOnlyKeys("h1");
        roster.disconnected(1, line);
        tasks.pass(ALMOST);
        assertThat(model.hosts()).containsOnlyKeys("h1");
        tasks.pass(TWO_SECONDS);
        assertThat(model.hosts()).isEmpty();
    }

    @Test
    void theLossOfAConnectionThatWasReplacedMeansNothing() {
        roster.changed(host("h1", 1, 1));
        roster.connected(1, line);
        roster.connected(1, br.connect());
        roster.disconnected(1, line);
        roster.disconnected("h1");
        tasks.pass(HOLD.plus(HOLD));
        assertThat(model.hosts()).containsOnlyKeys("h1");
    }

    @Test
    void aMachineSetUpAnewReplacesItsOldSelf() {
        roster.changed(host("old", 1, 1));
        roster.disconnected("old");
        roster.changed(host("new", 2, 1));
        tasks.pass(TWO_SECONDS);
        assertThat(model.hosts()).containsOnlyKeys("new");
        assertThat(known.ids).containsExactly("new");
    }

    @Test
    void theOldSelfMayBeNoticedToBeGoneLater() {
        roster.changed(host("old", 1, 1));
        roster.changed(host("new", 2, 1));
        roster.disconnected("old");
        tasks.pass(TWO_SECONDS);
        assertThat(model.hosts()).containsOnlyKeys("new");
        assertThat(known.ids).containsExactly("new");
    }

    @Test
    void aHostThatTakesAnotherIdIsKnownByItsSwitchWhereItHasNoTunnelAddress() {
        roster.connected(1, line);
        roster.changed(host("old", 1, 0));
        roster.disconnected("old");
        roster.changed(host("new", 1, 0));
        tasks.pass(TWO_SECONDS);
        assertThat(model.hosts()).containsOnlyKeys("new");
    }

    @Test
    void withoutKnownHostsNothingIsWaitedFor() {
        roster.start();
        assertThat(removesStrays()).isTrue();
    }

    @Test
    void knownHostsAreWaitedFor() {
        known.ids.addAll(Set.of("h1", "h2"));
        final var restarted = new HostRoster(engine, known, tasks, () -> HOLD);
        restarted.start();
        restarted.changed(host("h1", 1, 1));
        assertThat(removesStrays()).isFalse();
        restarted.changed(host("h2", 2, 2));
        assertThat(removesStrays()).isTrue();
    }

    @Test
    void knownHostsAreNotWaitedForTooLong() {
        known.ids.addAll(Set.of("h1", "h2"));
        final var restarted = new HostRoster(engine, known, tasks, () -> HOLD);
        restarted.start();
        restarted.changed(host("h1", 1, 1));
        tasks.pass(RETURN_TIME);
        assertThat(removesStrays()).isTrue();
        tasks.pass(HOLD);
        assertThat(known.ids).containsExactly("h1");
    }

    @Test
    void aHostWithoutBridgeIsNotBackYet() {
        known.ids.add("h1");
        final var restarted = new HostRoster(engine, known, tasks, () -> HOLD);
        restarted.start();
        restarted.changed(new Host("h1", Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Map.of(), Map.of(), Map.of(), true, Optional.empty()));
        assertThat(removesStrays()).isFalse();
    }

    /** Whether the engine has been told that the model is complete. */
    private boolean removesStrays() {
        final var other = new VirtualSwitch();
        other.hold(new Flow(Table.CLASSIFIER, 1, Match.ANY, Instructions.DROP, new Scope.OfSwitch()));
        final var probe = other.connect();
        engine.changed(Map.of("probe", host("probe", 99, 99)));
        engine.connected(99, probe);
        for (int i = 0; i < 4; i++) {
            tasks.pass(Duration.ofMillis(20));
            probe.answer();
        }
        engine.disconnected(99, probe);
        return !probe.batches.isEmpty();
    }

    private static Host host(final String id, final long datapathId, final int address) {
        return new Host(id, Optional.empty(), OptionalLong.of(datapathId), Optional.empty(),
            address == 0 ? Optional.empty() : Optional.of(Sample.ip(address)), Optional.empty(), Map.of(), Map.of(), Map.of(),
            true, Optional.empty());
    }
}
