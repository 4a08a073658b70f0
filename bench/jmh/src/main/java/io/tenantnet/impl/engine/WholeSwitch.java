/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.render.Renderer;
import io.tenantnet.impl.resolve.Changes;
import io.tenantnet.impl.resolve.Resolved;
import io.tenantnet.impl.resolve.Resolver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** What a whole switch costs: to render, and to compare with what the switch was read to hold. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@org.openjdk.jmh.annotations.State(org.openjdk.jmh.annotations.Scope.Benchmark)
public class WholeSwitch {
    private static final String HOST = "h0";

    private Resolved resolved;
    private Map<Scope, List<Flow>> rendered;
    private SwitchContent held;

    @Setup
    public void prepare(final Cloud cloud) {
        resolved = Resolver.resolve(cloud.model);
        rendered = everything();
        held = new SwitchContent(rendered.values().stream().flatMap(List::stream)
            .map(flow -> new FoundFlow(flow.stamp(), 0)).toList(), Map.of());
        System.out.println("# flows of the switch: " + held.flows().size());
    }

    private Map<Scope, List<Flow>> everything() {
        final Map<Scope, List<Flow>> all = new HashMap<>();
        Changes.all(resolved, HOST).forEach(scope -> all.put(scope, Renderer.render(resolved, HOST, scope)));
        return all;
    }

    @Benchmark
    public Map<Scope, List<Flow>> render() {
        return everything();
    }

    /** All is sent to an empty switch. */
    @Benchmark
    public DeltaTracker fill() {
        final var tracker = new DeltaTracker();
        tracker.want(rendered);
        tracker.replaceInstalled(new SwitchContent(List.of(), Map.of()));
        tracker.confirm(tracker.pending(), List.of());
        return tracker;
    }

    /** All is there already. */
    @Benchmark
    public DeltaTracker recognise() {
        final var tracker = new DeltaTracker();
        tracker.want(rendered);
        tracker.replaceInstalled(held);
        tracker.pending();
        return tracker;
    }
}
