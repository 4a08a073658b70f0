/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import java.time.Duration;
import java.util.concurrent.Executor;

/** Where work is done. Work that is given after the end is not done. */
public interface Tasks {
    /** A new executor that runs its tasks one after the other, in their order, on whatever thread is free. */
    Executor serial();

    /** Runs a task once, after a time; the task has to be short. */
    void after(Duration time, Runnable task);
}
