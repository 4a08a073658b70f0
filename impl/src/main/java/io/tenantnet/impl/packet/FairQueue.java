/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.packet;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * A bounded queue that gives out one of each source in turn, so that a source which fills it delays nobody but itself.
 * May be used from any thread.
 *
 * @param <S> tells the sources apart
 * @param <T> what waits
 */
final class FairQueue<S, T> {
    /** In the order in which it is the sources' turn; only those of which something waits. */
    private final Map<S, Queue<T>> waiting = new LinkedHashMap<>();
    private final int perSource;
    private final int capacity;
    private int size;

    /**
     * An empty queue.
     *
     * @param perSource how many of one source may wait
     * @param capacity  how many of all may wait
     */
    FairQueue(final int perSource, final int capacity) {
        this.perSource = perSource;
        this.capacity = capacity;
    }

    /** Lets something wait, unless that were too much. */
    synchronized boolean offer(final S source, final T item) {
        final var own = waiting.get(source);
        if (size == capacity || own != null && own.size() == perSource) {
            return false;
        }
        waiting.computeIfAbsent(source, one -> new ArrayDeque<>()).add(item);
        size++;
        return true;
    }

    /** Takes the next, if anything waits. */
    synchronized Optional<T> poll() {
        final var turns = waiting.entrySet().iterator();
        if (!turns.hasNext()) {
            return Optional.empty();
        }
        final var turn = turns.next();
        turns.remove();
        final var item = turn.getValue().remove();
        size--;
        if (!turn.getValue().isEmpty()) {
            waiting.put(turn.getKey(), turn.getValue());
        }
        return Optional.of(item);
    }
}
