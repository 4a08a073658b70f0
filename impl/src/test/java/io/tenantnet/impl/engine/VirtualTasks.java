/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.Executor;

/**
 * Runs tasks on the test's own thread when the test says so, on a clock that the test sets. Which of several executors
 * goes on next is drawn from a random number generator, as the threads of a machine might have it.
 */
public final class VirtualTasks implements Tasks {
    private final List<Deque<Runnable>> queues = new ArrayList<>();
    private final PriorityQueue<Timer> timers =
        new PriorityQueue<>(Comparator.comparing(Timer::due).thenComparing(Timer::number));
    private final Random random;
    private Duration now = Duration.ZERO;
    private long timerCount;

    private record Timer(Duration due, long number, Runnable task) {
    }

    /** Tasks that take turns in the same way every time. */
    public VirtualTasks() {
        this(new Random(0));
    }

    /** Tasks that take turns as the generator says. */
    public VirtualTasks(final Random random) {
        this.random = random;
    }

    @Override
    public Executor serial() {
        final Deque<Runnable> queue = new ArrayDeque<>();
        queues.add(queue);
        return queue::add;
    }

    @Override
    public void after(final Duration time, final Runnable task) {
        timers.add(new Timer(now.plus(time), timerCount++, task));
    }

    /** Runs what can run now. */
    public void runAll() {
        runAtMost(Integer.MAX_VALUE);
    }

    /** Runs at most so many of the tasks that can run now. */
    public void runAtMost(final int count) {
        for (int i = 0; i < count; i++) {
            final var ready = new ArrayList<Deque<Runnable>>();
            for (final var queue : queues) {
                if (!queue.isEmpty()) {
                    ready.add(queue);
                }
            }
            if (ready.isEmpty()) {
                return;
            }
            ready.get(random.nextInt(ready.size())).remove().run();
        }
    }

    /** Lets time pass; what becomes due meanwhile runs at its time. */
    public void pass(final Duration time) {
        final var end = now.plus(time);
        runAll();
        while (!timers.isEmpty() && timers.element().due().compareTo(end) <= 0) {
            final var timer = timers.remove();
            now = timer.due();
            timer.task().run();
            runAll();
        }
        now = end;
    }

    /** How many tasks wait for their time. */
    public int waiting() {
        return timers.size();
    }
}
