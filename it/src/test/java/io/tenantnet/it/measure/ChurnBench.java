/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.measure;

import static io.tenantnet.it.model.TenantState.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import io.tenantnet.it.model.TenantState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whether the controller's memory stays as it is, and the switches hold what the model says, while objects come, change and
 * go for a long time: no test, and run by {@code bench/churn} alone.
 */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class ChurnBench {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final long BETWEEN_OPERATIONS = TimeUnit.MILLISECONDS.toNanos(50);

    private final int minutes = Integer.getInteger("tenantnet.churn.minutes", 60);
    private final int hosts = Integer.getInteger("tenantnet.churn.hosts", 50);
    private final int ports = Integer.getInteger("tenantnet.churn.ports", 1000);
    private final int every = Integer.getInteger("tenantnet.churn.every", 5);
    private final long seed = Long.getLong("tenantnet.churn.seed", 1);
    private final Figures figures = new Figures();
    private final List<Map<String, Long>> samples = new ArrayList<>();
    private final Bench bench;
    private final ChurningCloud cloud;
    private final KarafProcess process;
    private long operations;

    ChurnBench(final Bench bench) {
        this.bench = bench;
        cloud = new ChurningCloud(bench, ports);
        process = new KarafProcess(bench.lab());
    }

    @Test
    void churn() throws IOException, InterruptedException {
        figures.put("minutes", minutes);
        figures.put("hosts", hosts);
        figures.put("ports", ports);
        figures.put("seed", seed);
        try (var fakes = new FakeHosts(bench, hosts, ports)) {
            CommonGroup.put(bench.model());
            cloud.putAll();
            final var first = sample(fakes, 0);
            final var random = new Random(seed);
            final long start = System.nanoTime();
            for (int minute = every; minute <= minutes; minute += every) {
                final long end = start + TimeUnit.MINUTES.toNanos(minute);
                for (long next = System.nanoTime(); System.nanoTime() < end; next += BETWEEN_OPERATIONS) {
                    cloud.step(random);
                    operations++;
                    TimeUnit.NANOSECONDS.sleep(Math.max(0, next + BETWEEN_OPERATIONS - System.nanoTime()));
                }
                sample(fakes, minute);
            }
            cloud.putAll();
            final var last = sample(fakes, minutes);
            assertThat(last.get("flows-held")).as("flows of the same model").isEqualTo(first.get("flows-held"));
            assertThat(last.get("flows-wanted")).isEqualTo(first.get("flows-wanted"));
            fakes.report(figures);
        }
        figures.put("operations", operations);
        figures.put("samples", samples);
        figures.write(file(".json"));
    }

    /** Waits until the switches hold what is wanted; what they count comes a moment later. */
    private Map<String, Long> sample(final FakeHosts fakes, final int minute) throws IOException {
        Await.none("in sync", LIMIT, () -> {
            final var state = bench.model().state();
            final var left = new ArrayList<>(state.pending(List.of(), hosts));
            left.addAll(cloud.pending(state));
            if (wanted(state) != fakes.flows()) {
                left.add(fakes.flows() + " flows are held of " + wanted(state));
            }
            return left;
        });
        final var sample = new LinkedHashMap<String, Long>();
        sample.put("minute", (long) minute);
        sample.put("operations", operations);
        sample.put("ports-now", (long) cloud.ports());
        sample.put("flows-wanted", wanted(bench.model().state()));
        sample.put("flows-held", fakes.flows());
        sample.put("heap-mb", process.heapAfterCollection());
        sample.put("threads", process.threads());
        Files.write(file("-heap-" + samples.size() + ".txt"), process.largestClasses(60));
        samples.add(sample);
        System.out.println(sample);
        return sample;
    }

    private Path file(final String end) throws IOException {
        final var folder = Files.createDirectories(Path.of("..", "bench", "target"));
        return folder.resolve("churn-" + minutes + "-" + hosts + "-" + ports + end);
    }

    private static long wanted(final TenantState state) {
        return state.hosts().stream().mapToLong(host -> Long.parseLong(text(host, "flows-wanted"))).sum();
    }
}
