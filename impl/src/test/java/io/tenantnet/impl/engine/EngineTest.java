/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.resolve.Resolved;
import io.tenantnet.impl.resolve.Resolver;
import io.tenantnet.impl.state.StateDeriver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EngineTest {
    private static final Duration A_MOMENT = Duration.ofMillis(30);
    private static final Model MODEL = new Sample().network(1).port(1, 1).port(2, 1)
        .host(1, Sample.tap(1)).host(2, Sample.tap(2)).build();

    private final VirtualTasks tasks = new VirtualTasks();
    private final List<Heard> heard = new ArrayList<>();
    private final Engine engine = new Engine(tasks,
        (model, resolved, reports) -> heard.add(new Heard(model, resolved, reports)));
    private final VirtualSwitch br = new VirtualSwitch();
    private final VirtualSwitch.Line line = br.connect();

    private record Heard(Model model, Resolved resolved, Map<String, SwitchReport> reports) {
    }

    @Test
    void aHostMayBeKnownBeforeItsSwitchConnects() {
        tell(MODEL);
        pass();
        engine.connected(1, line);
        pass();
        assertThat(br.table).isNotEmpty();
        assertThat(reports()).containsOnlyKeys("h1");
    }

    @Test
    void aSwitchMayConnectBeforeItsHostIsKnown() {
        engine.connected(1, line);
        pass();
        assertThat(line.reads()).isZero();
        tell(MODEL);
        pass();
        assertThat(br.table).isNotEmpty();
    }

    @Test
    void eventsOfOneMomentAreWorkedOnTogether() {
        tell(MODEL);
        engine.connected(1, line);
        tell(new Sample().network(1).host(1).build());
        tell(MODEL);
        tasks.pass(A_MOMENT);
        line.answer();
        tasks.pass(A_MOMENT);
        assertThat(line.batches).hasSize(1);
        assertThat(heard.stream().map(Heard::model).distinct()).hasSize(1);
    }

    @Test
    void whatIsHeardBelongsTogetherAlways() {
        tell(MODEL);
        engine.connected(1, line);
        tasks.pass(A_MOMENT);
        line.answer();
        // A report comes in just after a change that has yet to be worked on.
        tell(new Sample().network(1).network(2).port(1, 1).port(2, 1).port(3, 2).host(1, Sample.tap(1)).build());
        pass();
        assertThat(heard).allSatisfy(one -> {
            assertThat(one.resolved()).isEqualTo(Resolver.resolve(one.model()));
            StateDeriver.derive(one.model(), one.resolved(), one.reports());
        });
    }

    @Test
    void aSwitchThatComesBackIsReadOverItsNewConnection() {
        inSync();
        final var next = br.connect();
        engine.disconnected(1, line);
        engine.connected(1, next);
        tasks.pass(A_MOMENT);
        assertThat(reports().get("h1").confirmed()).isZero();
        next.answer();
        tasks.pass(A_MOMENT);
        assertThat(next.reads()).isEqualTo(1);
        assertThat(next.batches).isEmpty();
        assertThat(reports()).containsOnlyKeys("h1");
    }

    @Test
    void whatChangesWhileASwitchIsAwayIsSentWhenItIsBack() {
        inSync();
        final var next = br.connect();
        engine.disconnected(1, line);
        tell(new Sample().network(1).port(1, 1).port(2, 1).port(3, 1)
            .host(1, Sample.tap(1), Sample.tap(3)).host(2, Sample.tap(2)).build());
        tasks.pass(A_MOMENT);
        assertThat(reports()).isEmpty();
        engine.connected(1, next);
        tasks.pass(A_MOMENT);
        next.answer();
        tasks.pass(A_MOMENT);
        assertThat(next.batches).hasSize(1);
        assertThat(next.batches.get(0)).isNotEmpty().doesNotContainAnyElementsOf(line.batches.get(0));
    }

    @Test
    void aSwitchThatComesBackEmptyIsGivenAllAgain() {
        inSync();
        final var before = Map.copyOf(br.table);
        final var next = br.connect();
        engine.disconnected(1, line);
        br.restart();
        engine.connected(1, next);
        tasks.pass(A_MOMENT);
        next.answer();
        tasks.pass(A_MOMENT);
        next.answer();
        assertThat(br.table).isEqualTo(before);
    }

    @Test
    void theLossOfAConnectionThatWasReplacedMeansNothing() {
        inSync();
        final var next = br.connect();
        engine.connected(1, next);
        engine.disconnected(1, line);
        tasks.pass(A_MOMENT);
        next.answer();
        tasks.pass(A_MOMENT);
        assertThat(reports()).containsOnlyKeys("h1");
    }

    @Test
    void aHostWithAnotherDatapathIdIsServedThere() {
        inSync();
        final var other = new VirtualSwitch();
        final var next = other.connect();
        engine.connected(7, next);
        engine.changed(Map.of("h1", host("h1", 7, true)));
        tasks.pass(A_MOMENT);
        assertThat(reports().get("h1").confirmed()).isZero();
        next.answer();
        tasks.pass(A_MOMENT);
        next.answer();
        pass();
        assertThat(other.table).isNotEmpty();
        final int sent = line.batches.size();
        tell(new Sample().build());
        pass();
        assertThat(line.batches).hasSize(sent);
    }

    @Test
    void aSwitchIsReadForAnotherHostOnlyWhenNoBatchOfTheFormerIsUnderWay() {
        tell(MODEL);
        engine.settle();
        engine.connected(1, line);
        tasks.pass(A_MOMENT);
        line.answer();
        tasks.pass(A_MOMENT);
        engine.changed(Map.of("new", host("new", 1, true)));
        tasks.pass(A_MOMENT);
        assertThat(line.reads()).isEqualTo(1);
        line.answer();
        tasks.pass(A_MOMENT);
        assertThat(line.reads()).isEqualTo(2);
        pass();
        assertThat(reports()).containsOnlyKeys("new");
    }

    @Test
    void ofTwoHostsWithOneSwitchTheConnectedOneIsServed() {
        engine.connected(1, line);
        engine.changed(Map.of("a", host("a", 1, false), "b", host("b", 1, true)));
        pass();
        assertThat(reports()).containsOnlyKeys("b");
        engine.changed(Map.of("a", host("a", 1, true), "b", host("b", 1, false)));
        pass();
        assertThat(reports()).containsOnlyKeys("a");
    }

    @Test
    void reportsOfASwitchThatIsGoneAreForgotten() {
        inSync();
        tell(new Sample().build());
        pass();
        assertThat(reports()).isEmpty();
        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void whatCompletesTheModelIsWorkedOnBeforeAnythingGoes() {
        final var alone = new Sample().network(1).port(1, 1).port(2, 1).host(1, Sample.tap(1)).build();
        inSync();
        final var next = br.connect();
        // The controller starts anew.
        final var restarted = new Engine(tasks, (model, resolved, reports) -> { });
        restarted.changed(alone.tenant());
        restarted.changed(alone.hosts());
        restarted.connected(1, next);
        tasks.pass(A_MOMENT);
        next.answer();
        tasks.pass(A_MOMENT);
        restarted.changed(MODEL.hosts());
        restarted.settle();
        tasks.pass(A_MOMENT);
        assertThat(next.batches).isEmpty();
    }

    private void inSync() {
        tell(MODEL);
        engine.settle();
        engine.connected(1, line);
        pass();
    }

    private void tell(final Model model) {
        engine.changed(model.tenant());
        engine.changed(model.hosts());
    }

    private void pass() {
        for (int i = 0; i < 4; i++) {
            tasks.pass(A_MOMENT);
            line.answer();
        }
        tasks.pass(A_MOMENT);
    }

    private Map<String, SwitchReport> reports() {
        return heard.get(heard.size() - 1).reports();
    }

    private static Host host(final String id, final long datapathId, final boolean connected) {
        final var host = MODEL.hosts().get("h1");
        return new Host(id, host.hostname(), OptionalLong.of(datapathId), host.datapathType(), host.tunnelAddress(),
            host.management(), host.interfaces(), host.providers(), Map.of(), connected, Optional.empty());
    }
}
