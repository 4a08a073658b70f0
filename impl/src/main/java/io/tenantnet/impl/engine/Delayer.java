/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import java.time.Duration;

/** Runs things later. */
public interface Delayer {
    /** Runs the task once, after a time, on a thread of the delayer's: the task has to be short. */
    void after(Duration time, Runnable task);
}
