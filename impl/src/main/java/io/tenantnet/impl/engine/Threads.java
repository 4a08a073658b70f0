/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All threads of TenantNet's own. What is given to them after they were closed is not run. */
public final class Threads implements Tasks, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);
    private static final int END_SECONDS = 5;

    private final ExecutorService pool =
        Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()), named("tenantnet-work-%d"));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(named("tenantnet-timer"));

    private static ThreadFactory named(final String format) {
        return new ThreadFactoryBuilder().setNameFormat(format).setDaemon(true).build();
    }

    @Override
    public Executor serial() {
        final var sequence = MoreExecutors.newSequentialExecutor(this::runOnPool);
        return sequence::execute;
    }

    private void runOnPool(final Runnable task) {
        try {
            pool.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopped: a task is not run any more");
        }
    }

    @Override
    public void after(final Duration time, final Runnable task) {
        try {
            timer.schedule(task, time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopped: a task is not run any more");
        }
    }

    /** Runs a task again and again; the task has to be short and must not throw. */
    public void every(final Duration time, final Runnable task) {
        timer.scheduleWithFixedDelay(task, time.toMillis(), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        // What has begun comes to its end, so that nothing of it meets services that are gone.
        pool.shutdown();
        try {
            if (!pool.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Tasks are still at work {} s after the end and are left behind", END_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pool.shutdownNow();
    }
}
