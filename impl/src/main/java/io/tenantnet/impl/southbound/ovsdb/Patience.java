/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Set;

/**
 * Gives a switch time to let go of the addresses that it learned in a logical switch without ports, before they are
 * taken from it. Used in the loop.
 */
final class Patience {
    private static final long MILLIS = 5_000;

    private final Set<String> begun = new HashSet<>();
    private final Set<String> over = new HashSet<>();
    private final Loop loop;
    private final Runnable look;

    /**
     * Patience that has not begun.
     *
     * @param look looks at the rows again
     */
    Patience(final Loop loop, final Runnable look) {
        this.loop = requireNonNull(loop);
        this.look = requireNonNull(look);
    }

    /** Whether the time is over for a logical switch, by its row's UUID; it begins with the first question. */
    boolean isOver(final String uuid) {
        if (begun.add(uuid)) {
            loop.after(MILLIS, () -> {
                if (begun.contains(uuid)) {
                    over.add(uuid);
                    look.run();
                }
            });
        }
        return over.contains(uuid);
    }

    /** A logical switch is wanted again, or is gone. */
    void forget(final String uuid) {
        begun.remove(uuid);
        over.remove(uuid);
    }
}
