/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** How long an answer of a switch is waited for: OpenFlowPlugin waits for ever. */
@FunctionalInterface
interface Patience {
    /**
     * Has an answer fail that does not come in time.
     *
     * @param answer the answer, which may be there already; fails with a {@link java.util.concurrent.TimeoutException}
     */
    void limit(CompletableFuture<?> answer);

    /** Waits for a time. */
    static Patience of(final Duration time) {
        return answer -> answer.orTimeout(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The answer, limited. */
    default <T> CompletableFuture<T> limited(final CompletableFuture<T> answer) {
        limit(answer);
        return answer;
    }
}
