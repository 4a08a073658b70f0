/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.render.Renderer;
import io.tenantnet.impl.resolve.Changes;
import io.tenantnet.impl.resolve.Resolution;
import io.tenantnet.impl.resolve.Resolved;
import io.tenantnet.impl.resolve.Resolver;
import io.tenantnet.impl.state.Derivation;
import io.tenantnet.impl.state.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** What one more port costs before anything is sent. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@org.openjdk.jmh.annotations.State(org.openjdk.jmh.annotations.Scope.Benchmark)
public class OnePort {
    private Resolution start;
    private Derivation known;
    private Resolved before;
    private Resolved after;
    private Map<String, Set<Scope>> dirty;

    @Setup
    public void prepare(final Cloud cloud) {
        start = Resolution.EMPTY.next(cloud.model);
        before = start.resolved();
        after = start.next(cloud.withOneMore).resolved();
        known = Derivation.EMPTY.next(cloud.model, before, Map.of());
        dirty = Changes.between(before, after);
        if (dirty.isEmpty()) {
            throw new IllegalStateException("One more port changes nothing");
        }
    }

    @Benchmark
    public Resolution resolve(final Cloud cloud) {
        return start.next(cloud.withOneMore);
    }

    /** The whole model, as after a start. */
    @Benchmark
    public Resolved resolveFromScratch(final Cloud cloud) {
        return Resolver.resolve(cloud.withOneMore);
    }

    @Benchmark
    public Map<String, Set<Scope>> compare() {
        return Changes.between(before, after);
    }

    @Benchmark
    public Map<String, Map<Scope, List<Flow>>> render() {
        final Map<String, Map<Scope, List<Flow>>> rendered = new HashMap<>();
        dirty.forEach((host, scopes) -> {
            final Map<Scope, List<Flow>> flows = new HashMap<>();
            scopes.forEach(scope -> flows.put(scope, Renderer.render(after, host, scope)));
            rendered.put(host, flows);
        });
        return rendered;
    }

    @Benchmark
    public State state(final Cloud cloud) {
        return known.next(cloud.withOneMore, after, Map.of()).state();
    }
}
