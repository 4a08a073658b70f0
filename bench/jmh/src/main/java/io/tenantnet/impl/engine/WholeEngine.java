/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.state.Derivation;
import io.tenantnet.impl.state.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Ports that come and go, with an engine and switches that confirm at once: from the event of the model over the batches of
 * all switches to the state that says ACTIVE.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@org.openjdk.jmh.annotations.State(org.openjdk.jmh.annotations.Scope.Benchmark)
public class WholeEngine {
    /** Longer than the engine waits for more to come, and than the switches' workers do before they report. */
    private static final Duration A_WHILE = Duration.ofMillis(50);

    private final VirtualTasks tasks = new VirtualTasks();
    private Derivation state = Derivation.EMPTY;
    private Engine engine;
    private int sent;

    @Setup
    public void prepare(final Cloud cloud) {
        engine = new Engine(tasks, (model, resolved, reports) -> state = state.next(model, resolved, reports));
        engine.changed(cloud.model.tenant());
        engine.changed(cloud.model.hosts());
        cloud.model.hosts().values().forEach(host ->
            engine.connected(host.datapathId().getAsLong(), new WillingSwitch()));
        engine.settle();
        tasks.pass(A_WHILE);
        sent = 0;
        oneMoreAndOneLess(cloud);
        if (sent == 0) {
            throw new IllegalStateException("One more port changes nothing");
        }
        System.out.println("# changes sent to switches for one more and one less: " + sent);
    }

    @Benchmark
    public State oneMoreAndOneLess(final Cloud cloud) {
        engine.changed(cloud.withOneMore.tenant());
        tasks.pass(A_WHILE);
        engine.changed(cloud.model.tenant());
        tasks.pass(A_WHILE);
        return state.state();
    }

    /** All ports go in one change, and come in one. */
    @Benchmark
    public State noneAndAll(final Cloud cloud) {
        engine.changed(cloud.withoutPorts.tenant());
        tasks.pass(A_WHILE);
        engine.changed(cloud.model.tenant());
        tasks.pass(A_WHILE);
        return state.state();
    }

    /** Takes everything. */
    private final class WillingSwitch implements SwitchChannel {
        @Override
        public CompletableFuture<SwitchContent> read() {
            return CompletableFuture.completedFuture(new SwitchContent(List.of(), Map.of()));
        }

        @Override
        public CompletableFuture<Long> countFlows() {
            return CompletableFuture.completedFuture(0L);
        }

        @Override
        public CompletableFuture<List<Refusal>> apply(final List<SwitchChange> changes) {
            sent += changes.size();
            return CompletableFuture.completedFuture(List.of());
        }
    }
}
