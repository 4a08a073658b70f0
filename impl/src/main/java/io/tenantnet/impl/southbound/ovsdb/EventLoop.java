/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A loop with a thread of its own. */
final class EventLoop implements Loop, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1,
        new ThreadFactoryBuilder().setNameFormat("tenantnet-ovsdb").setDaemon(true).build());

    EventLoop() {
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void post(final Runnable task) {
        after(0, task);
    }

    @Override
    public Future<?> after(final long delayMillis, final Runnable task) {
        try {
            return executor.schedule(() -> run(task), delayMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The switches go on talking while the application is being stopped.
            LOG.trace("Closed, so a task is dropped", e);
            return CompletableFuture.completedFuture(null);
        }
    }

    private static void run(final Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            // One host's trouble must not end the loop for the others.
            LOG.error("A task about an OVSDB connection failed", e);
        }
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("A task about an OVSDB connection did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
