/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.FlowKey;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.model.HostInterface;
import io.tenantnet.impl.render.Renderer;
import io.tenantnet.impl.resolve.Changes;
import io.tenantnet.impl.resolve.Resolved;
import io.tenantnet.impl.resolve.Resolver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SwitchWorkerTest {
    private static final Duration A_MOMENT = Duration.ofMillis(10);
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration UNTIL_REFUSED_IS_SENT_AGAIN = Duration.ofSeconds(5);

    private final VirtualTasks tasks = new VirtualTasks();
    private final ReadBudget budget = new ReadBudget();
    private final VirtualSwitch br = new VirtualSwitch();
    private final VirtualSwitch.Line line = br.connect();
    private SwitchReport report;
    private final HostFlows flows = new HostFlows("h1", tasks.serial(), Renderer::render);
    private final SwitchWorker worker = new SwitchWorker(flows, line, tasks, budget, newest -> report = newest);
    private Resolved resolved = Resolved.EMPTY;

    @Test
    void readsBeforeItSends() {
        want(true, 1);
        worker.start();
        tasks.runAll();
        assertThat(line.reads()).isEqualTo(1);
        assertThat(line.batches).isEmpty();
        answer();
        assertThat(line.batches).hasSize(1);
        answer();
        assertThat(br.table).isEqualTo(rendered());
        tasks.pass(A_MOMENT);
        assertThat(report).isEqualTo(new SwitchReport(br.table.size(), br.table.size(), Set.of(),
            Optional.empty()));
    }

    @Test
    void sendsNothingToASwitchThatHoldsAll() {
        want(true, 1);
        br.table.putAll(rendered());
        startAndAnswer();
        want(true, 1);
        assertThat(line.batches).isEmpty();
    }

    @Test
    void sendsDifferencesOnly() {
        inSyncWith(1);
        want(true, 1, 2);
        assertThat(line.batches).hasSize(2);
        assertThat(line.batches.get(1)).doesNotContainAnyElementsOf(line.batches.get(0));
    }

    @Test
    void whatChangesWhileABatchIsUnderWayMakesOneBatch() {
        want(true, 1);
        startAndAnswer();
        want(true, 1, 2);
        want(true, 1, 2, 3);
        assertThat(line.batches).hasSize(1);
        answer();
        assertThat(line.batches).hasSize(2);
        answer();
        assertThat(line.batches).hasSize(2);
        assertThat(br.table).isEqualTo(rendered());
    }

    @Test
    void refusedChangesAreSentAgainAfterATimeAndNotSooner() {
        inSyncWith(1);
        br.refuses = change -> true;
        want(true, 2);
        answer();
        assertThat(line.batches).hasSize(2);
        tasks.pass(A_MOMENT);
        assertThat(report.problem()).hasValueSatisfying(text -> assertThat(text).contains("table full"));
        tasks.pass(UNTIL_REFUSED_IS_SENT_AGAIN);
        assertThat(line.batches).hasSize(3);
        br.refuses = change -> false;
        answer();
        assertThat(br.table).isEqualTo(rendered());
        tasks.pass(UNTIL_REFUSED_IS_SENT_AGAIN);
        assertThat(line.batches).hasSize(3);
        assertThat(report.problem()).isEmpty();
    }

    @Test
    void whatIsRefusedAgainAndAgainIsSentEverLessOften() {
        inSyncWith(1);
        br.refuses = change -> true;
        want(true, 2);
        answer();
        final var waits = new ArrayList<Integer>();
        for (int second = 1, last = 0; second < 200; second++) {
            tasks.pass(A_SECOND);
            if (line.isAsked()) {
                answer();
                waits.add(second - last);
                last = second;
            }
        }
        assertThat(waits).containsExactly(5, 10, 20, 40, 60, 60);
        br.refuses = change -> false;
        tasks.pass(Duration.ofMinutes(1));
        answer();
        assertThat(br.table).isEqualTo(rendered());
    }

    @Test
    void theReportSaysWhichScopesTheSwitchRefusedAndWhy() {
        inSyncWith(1);
        br.refuses = change -> change instanceof SwitchChange.Put put
            && put.flow().origin().equals(new Scope.OfPort(Sample.portId(2)));
        want(true, 1, 2, 3);
        answer();
        tasks.pass(A_MOMENT);
        assertThat(report.refused()).isEqualTo(Map.of(new Scope.OfPort(Sample.portId(2)),
            "br-int refused a flow of table 0: table full"));
        assertThat(report.unconfirmed()).containsExactly(new Scope.OfPort(Sample.portId(2)));
    }

    @Test
    void afterABatchWithoutConfirmationTheSwitchIsReadAgain() {
        inSyncWith(1);
        want(true, 2);
        line.fail(3);
        tasks.pass(A_MOMENT);
        assertThat(report.confirmed()).isZero();
        assertThat(report.problem()).isPresent();
        tasks.pass(A_SECOND);
        assertThat(line.reads()).isEqualTo(2);
        answer();
        answer();
        assertThat(br.table).isEqualTo(rendered());
    }

    @Test
    void aFailedReadIsTriedAgain() {
        want(true, 1);
        worker.start();
        tasks.runAll();
        line.fail(0);
        tasks.pass(A_SECOND);
        assertThat(report.problem()).hasValueSatisfying(text -> assertThat(text).contains("connection lost"));
        answer();
        answer();
        assertThat(br.table).isEqualTo(rendered());
    }

    @Test
    void flowsOfAnEarlierRunAreLeftAloneUntilTheModelIsComplete() {
        want(false, 1);
        br.table.putAll(rendered());
        want(false, 2);
        startAndAnswer();
        tasks.pass(A_MOMENT);
        assertThat(line.batches).isEmpty();
        assertThat(report.problem()).isPresent();
        want(true, 2);
        answer();
        assertThat(br.table).isEqualTo(rendered());
    }

    @Test
    void aNewFlowDoesNotWaitForTheModelWhereNothingHasToGo() {
        want(false, 1);
        startAndAnswer();
        assertThat(line.batches).hasSize(1);
    }

    @Test
    void aFlowThatSomebodyElseRemovedComesBackWithinTenSeconds() {
        inSyncWith(1);
        br.table.remove(br.table.keySet().iterator().next());
        secondsPass(9);
        assertThat(br.table).isEqualTo(rendered());
        assertThat(report.repaired()).isEqualTo(1);
    }

    @Test
    void aFlowThatSomebodyElseAddedGoesWithinTenSeconds() {
        inSyncWith(1);
        br.hold(new Flow(Table.CLASSIFIER, 7, Match.ANY, Instructions.apply(), new Scope.OfSwitch()));
        secondsPass(9);
        assertThat(br.table).isEqualTo(rendered());
        assertThat(report.repaired()).isEqualTo(1);
    }

    @Test
    void aFlowThatSomebodyElseChangedIsPutRightWithinTenSecondsOnceItHasBeenLookedAt() {
        inSyncWith(1);
        secondsPass(9);
        final var flow = br.table.values().iterator().next();
        br.hold(new Flow(flow.key(), Instructions.apply(new Action.Output(66)), flow.origin(), flow.stamp()));
        secondsPass(9);
        assertThat(br.table).isEqualTo(rendered());
        assertThat(report.repaired()).isEqualTo(1);
    }

    @Test
    void lookingSendsNothingWhereNobodyChangedAnything() {
        inSyncWith(1);
        secondsPass(100);
        assertThat(line.batches).hasSize(1);
        assertThat(report.repaired()).isZero();
    }

    @Test
    void whatIsChangedWhileTheSwitchIsReadIsNotMistakenForDrift() {
        inSyncWith(1);
        for (int second = 0; !line.isAsked(); second++) {
            assertThat(second).isLessThan(9);
            budget.refill();
            worker.tick();
            tasks.pass(A_SECOND);
        }
        want(true, 1, 2);
        answer();
        answer();
        secondsPass(9);
        assertThat(br.table).isEqualTo(rendered());
        assertThat(line.batches).hasSize(2);
        assertThat(report.repaired()).isZero();
    }

    @Test
    void nothingIsSentAfterTheEnd() {
        want(true, 1);
        startAndAnswer();
        final var ended = worker.close();
        want(true, 2);
        assertThat(ended).as("while a batch is under way").isNotDone();
        answer();
        assertThat(ended).isCompleted();
        tasks.pass(Duration.ofMinutes(1));
        assertThat(line.batches).hasSize(1);
        assertThat(line.isAsked()).isFalse();
        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void theEndOfTheWorkEndsTheReadingToo() {
        worker.start();
        tasks.runAll();
        line.fail(0);
        tasks.runAll();
        final var ended = worker.close();
        tasks.pass(Duration.ofMinutes(1));
        assertThat(ended).isCompleted();
        assertThat(line.reads()).isEqualTo(1);
    }

    @Test
    void anEndedWorkerLeavesTheFlowsToItsSuccessor() {
        inSyncWith(1);
        for (int second = 0; !line.isAsked(); second++) {
            assertThat(second).isLessThan(9);
            budget.refill();
            worker.tick();
            tasks.pass(A_SECOND);
        }
        worker.close();
        final var other = new VirtualSwitch();
        final var next = other.connect();
        new SwitchWorker(flows, next, tasks, budget, newest -> report = newest).start();
        tasks.runAll();
        next.answer();
        tasks.runAll();
        next.answer();
        tasks.runAll();
        // What the former one was looking at meanwhile is no drift of this one.
        br.restart();
        answer();
        tasks.pass(A_MOMENT);
        assertThat(next.batches).hasSize(1);
        assertThat(other.table).isEqualTo(rendered());
        assertThat(report).isEqualTo(new SwitchReport(other.table.size(), other.table.size(), Set.of(), Optional.empty()));
    }

    @Test
    void aChannelThatThrowsHasFailed() {
        final var broken = new SwitchChannel() {
            private int reads;

            @Override
            public CompletableFuture<SwitchContent> read() {
                reads++;
                throw new IllegalStateException("closed");
            }

            @Override
            public CompletableFuture<Long> countFlows() {
                throw new IllegalStateException("closed");
            }

            @Override
            public CompletableFuture<List<Refusal>> apply(final List<SwitchChange> changes) {
                throw new IllegalStateException("closed");
            }
        };
        new SwitchWorker(flows, broken, tasks, budget, newest -> { }).start();
        tasks.pass(A_SECOND);
        assertThat(broken.reads).isEqualTo(2);
    }

    private void secondsPass(final int seconds) {
        for (int second = 0; second < seconds; second++) {
            budget.refill();
            worker.tick();
            tasks.runAll();
            for (int i = 0; i < 3; i++) {
                answer();
            }
            tasks.pass(A_SECOND);
        }
    }

    private void inSyncWith(final int port) {
        want(true, port);
        startAndAnswer();
        answer();
    }

    private void startAndAnswer() {
        worker.start();
        tasks.runAll();
        answer();
    }

    private void answer() {
        line.answer();
        tasks.runAll();
    }

    /** Wants these ports of network 1, which are all on the host. */
    private void want(final boolean settled, final int... ports) {
        final var sample = new Sample().network(1);
        IntStream.of(ports).forEach(port -> sample.port(port, 1));
        final var before = resolved;
        resolved = Resolver.resolve(sample.host(1, IntStream.of(ports).mapToObj(Sample::tap)
            .toArray(HostInterface[]::new)).build());
        flows.update(resolved, Changes.between(before, resolved).getOrDefault("h1", Set.<Scope>of()), settled);
        tasks.runAll();
    }

    private Map<FlowKey, Flow> rendered() {
        final Map<FlowKey, Flow> table = new HashMap<>();
        Changes.all(resolved, "h1").stream().flatMap(scope -> Renderer.render(resolved, "h1", scope).stream())
            .forEach(flow -> table.put(flow.key(), flow));
        return table;
    }
}
