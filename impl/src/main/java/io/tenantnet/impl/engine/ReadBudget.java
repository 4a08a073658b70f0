/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * How much of the switches is read while nothing is known to be wrong: so many flows a second of all switches together,
 * each switch in its turn. The methods may be called from any thread.
 */
final class ReadBudget {
    /** Reading costs the controller some 5 to 10 microseconds a flow: this is up to a fifth of one processor. */
    static final int FLOWS_A_SECOND = 20_000;

    private final Queue<Request> waiting = new ArrayDeque<>();
    private long available = FLOWS_A_SECOND;

    private record Request(int flows, Runnable granted) {
    }

    /**
     * Asks to read a switch.
     *
     * @param flows   how many it has, about
     * @param granted run when it is its turn; has to be short
     */
    synchronized void request(final int flows, final Runnable granted) {
        waiting.add(new Request(flows, granted));
        grant();
    }

    /** A second has passed. */
    synchronized void refill() {
        available = Math.min(available + FLOWS_A_SECOND, FLOWS_A_SECOND);
        grant();
    }

    private void grant() {
        // A large switch takes what it needs, and the others wait until that is made up for.
        while (available > 0 && !waiting.isEmpty()) {
            final var request = waiting.remove();
            available -= request.flows();
            request.granted().run();
        }
    }
}
