/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.measure;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Measures TenantNet from its northbound to the switches: no test, and run by {@code bench/measure} alone. Times begin with
 * the answer of RESTCONF and end when the operational state says ACTIVE, which comes up to 50 ms after the switches'
 * confirmation and is asked for every few milliseconds.
 */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class MeasureBench {
    private static final Duration LIMIT = Duration.ofMinutes(20);

    private final int hosts = Integer.getInteger("tenantnet.measure.hosts", 10);
    private final int ports = Integer.getInteger("tenantnet.measure.ports", 500);
    private final int rounds = Integer.getInteger("tenantnet.measure.rounds", 30);
    private final boolean fake = Boolean.getBoolean("tenantnet.measure.fake");
    private final Figures figures = new Figures();
    private final Bench bench;

    MeasureBench(final Bench bench) {
        this.bench = bench;
    }

    @Test
    void measure() throws IOException {
        figures.put("hosts", hosts);
        figures.put("ports", ports);
        figures.put("fake", fake);
        figures.putLoad("load-average");
        final var cloud = new ManyPorts(bench, hosts, ports + 1);
        final var process = new KarafProcess(bench.lab());
        try (var population = fake ? new FakeHosts(bench, hosts, ports + 1) : new RealHosts(bench, hosts, ports + 1)) {
            figures.put("hosts-connected-ms", millis(() ->
                Await.none("hosts", LIMIT, () -> cloud.connected() == hosts ? List.of() : List.of("waiting"))));
            cloud.putNetworks();
            final long before = process.cpuMillis();
            figures.put("bulk-in-sync-ms", millis(cloud.putAll(ports), () -> {
                // To ask for the whole state again and again would cost the controller as much as the ports do.
                Await.soon("bulk", LIMIT, () -> cloud.isActive(0) && cloud.isActive(ports / 2) && cloud.isActive(ports - 1));
                Await.none("bulk", LIMIT, cloud::pending);
            }));
            figures.put("bulk-controller-cpu-ms", process.cpuMillis() - before);
            figures.put("flows-wanted", cloud.flows());
            onePort(cloud, process);
            population.restart(figures, cloud);
            figures.put("heap-after-full-collection-mb", process.heapAfterCollection());
            restartController(cloud);
            population.report(figures);
        }
        figures.write(Path.of("..", "bench", "target", "measure-" + hosts + "-" + ports + (fake ? "-fake" : "") + ".json"));
    }

    private void onePort(final ManyPorts cloud, final KarafProcess process) {
        final var added = new ArrayList<Long>();
        final var removed = new ArrayList<Long>();
        // Java compiles first.
        for (int round = -3; round < rounds; round++) {
            final long one = millis(() -> cloud.put(ports), () -> Await.soon("port", LIMIT, () -> cloud.isActive(ports)));
            final long other = millis(() -> cloud.delete(ports), () -> Await.none("port", LIMIT, cloud::pending));
            if (round >= 0) {
                added.add(one);
                removed.add(other);
            }
        }
        final long before = process.cpuMillis();
        for (int round = 0; round < rounds; round++) {
            cloud.put(ports);
            Await.soon("port", LIMIT, () -> cloud.isActive(ports));
            cloud.delete(ports);
            Await.soon("port", LIMIT, () -> cloud.isGone(ports));
        }
        figures.put("one-port-p50-ms", quantile(added, 0.50));
        figures.put("one-port-p99-ms", quantile(added, 0.99));
        figures.put("one-port-added-and-removed-controller-cpu-ms", (process.cpuMillis() - before) / rounds);
        Await.none("port", LIMIT, cloud::pending);
    }

    private void restartController(final ManyPorts cloud) {
        final int wanted = cloud.flows();
        bench.controller().stop();
        final long start = System.nanoTime();
        bench.controller().start();
        figures.put("controller-start-restconf-ms", (System.nanoTime() - start) / 1_000_000);
        Await.none("restart", LIMIT, () -> cloud.flows() == wanted && cloud.pending().isEmpty() ? List.of()
            : List.of(cloud.flows() + " of " + wanted + " flows"));
        figures.put("controller-start-all-in-sync-ms", (System.nanoTime() - start) / 1_000_000);
    }

    private static long quantile(final List<Long> values, final double quantile) {
        final var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(Math.ceil(quantile * sorted.size())) - 1));
    }

    private static long millis(final Runnable work) {
        return millis(() -> { }, work);
    }

    /** How long the second takes, which begins when the first is over. */
    private static long millis(final Runnable first, final Runnable second) {
        first.run();
        final long start = System.nanoTime();
        second.run();
        return (System.nanoTime() - start) / 1_000_000;
    }
}
