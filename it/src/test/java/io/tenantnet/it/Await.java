/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what takes a moment. */
public final class Await {
    private static final long STEP_MILLIS = 50;
    private static final long SHORT_STEP_MILLIS = 2;

    private Await() {
        // Not to be made.
    }

    /** Until nothing is left to complain of; fails with the last complaints. */
    public static Duration none(final String what, final Duration limit, final Supplier<List<String>> complaints) {
        final long start = System.nanoTime();
        List<String> last = complaints.get();
        while (!last.isEmpty()) {
            if (System.nanoTime() - start > limit.toNanos()) {
                // In one line, for that is what a summary of many tests shows.
                throw new AssertionError(what + ": not within " + limit + ": " + String.join("; ", last));
            }
            pause(STEP_MILLIS);
            last = complaints.get();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Until something is so, asked for every few milliseconds: to measure. */
    public static void soon(final String what, final Duration limit, final BooleanSupplier isSo) {
        final long start = System.nanoTime();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() - start > limit.toNanos()) {
                throw new AssertionError(what + ": not within " + limit);
            }
            pause(SHORT_STEP_MILLIS);
        }
    }

    private static void pause(final long millis) {
        try {
            Thread.sleep(millis);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
