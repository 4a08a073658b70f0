/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Future;

/**
 * How soon something may be done again that failed, or that was undone again after it succeeded. What was not done
 * lately may be done at once. Used in the loop.
 */
final class Pace implements AutoCloseable {
    /** How long nothing must have been done for a repetition to be a new matter, in milliseconds. */
    private static final long CALM_MILLIS = 10_000;

    private final Loop loop;
    private final Backoff failures = new Backoff(10_000);
    // Shorter than the calm, or a lasting quarrel would look like many new ones.
    private final Backoff repetitions = new Backoff(2_000);
    private final Set<String> recent = new HashSet<>();

    private Future<?> calm;

    Pace(final Loop loop) {
        this.loop = requireNonNull(loop);
    }

    /** Whether this may be done at once. */
    boolean isNew(final String deed) {
        return !recent.contains(deed);
    }

    /** How long to wait before what failed is tried again, in milliseconds. */
    long afterFailure() {
        return failures.next();
    }

    /** How long to wait before what was undone is done again, in milliseconds. */
    long afterRepetition() {
        return repetitions.next();
    }

    /** How often something had to be done again. */
    int repetitions() {
        return repetitions.attempts();
    }

    /** Something is being done. */
    void began(final String deed) {
        recent.add(deed);
        close();
    }

    /** It succeeded. */
    void succeeded() {
        failures.reset();
        calm = loop.after(CALM_MILLIS, () -> {
            recent.clear();
            repetitions.reset();
        });
    }

    @Override
    public void close() {
        if (calm != null) {
            calm.cancel(false);
        }
    }
}
