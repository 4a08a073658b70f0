/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** A loop whose time passes when a test says so. */
final class ManualLoop implements Loop {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparingLong(Timer::due));
    private long now;

    private record Timer(long due, Runnable task, CompletableFuture<Void> handle) {
    }

    @Override
    public void post(final Runnable task) {
        tasks.add(task);
    }

    @Override
    public Future<?> after(final long delayMillis, final Runnable task) {
        final var timer = new Timer(now + delayMillis, task, new CompletableFuture<>());
        timers.add(timer);
        return timer.handle();
    }

    /** Runs what was posted. */
    void run() {
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    /** Lets time pass. */
    void pass(final long millis) {
        final long end = now + millis;
        run();
        while (!timers.isEmpty() && timers.peek().due() <= end) {
            final var timer = timers.poll();
            now = timer.due();
            if (!timer.handle().isCancelled()) {
                timer.task().run();
            }
            run();
        }
        now = end;
    }
}
