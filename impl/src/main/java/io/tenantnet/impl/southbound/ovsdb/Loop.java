/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import java.util.concurrent.Future;

/** Runs tasks one after the other. All state of this package's connections belongs to it, so none of it has locks. */
interface Loop {
    /** Runs a task after those that were posted before; never, once the loop is closed. From any thread. */
    void post(Runnable task);

    /**
     * Runs a task later.
     *
     * @param delayMillis how much later, in milliseconds
     * @return with which the task can be called off
     */
    Future<?> after(long delayMillis, Runnable task);
}
