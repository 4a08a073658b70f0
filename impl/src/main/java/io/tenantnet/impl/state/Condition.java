/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.state;

import java.util.Optional;

/**
 * How an object fares.
 *
 * @param status its status
 * @param reason in words, why it is not ACTIVE, or what of it has no effect
 */
public record Condition(Status status, Optional<String> reason) {
    /** All is well. */
    public static final Condition ACTIVE = new Condition(Status.ACTIVE, Optional.empty());

    /** Not in effect. */
    public static Condition down(final String reason) {
        return new Condition(Status.DOWN, Optional.of(reason));
    }

    /** About to be in effect. */
    public static Condition build(final String reason) {
        return new Condition(Status.BUILD, Optional.of(reason));
    }
}
