/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.PresenceListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows what is connected. Where several connections claim the same id the newest leads; the next newest
 * takes over when it goes. Used in the loop.
 */
final class Registry<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);

    private final Map<String, Entry<T>> entries = new HashMap<>();
    private final PresenceListener<T> listener;
    private final String kind;

    private static final class Entry<T> {
        /** The newest is first. */
        private final Deque<Session<T>> sessions = new ArrayDeque<>();
        private T reported;
    }

    Registry(final String kind, final PresenceListener<T> listener) {
        this.kind = requireNonNull(kind);
        this.listener = requireNonNull(listener);
    }

    /** A session came to have an id. */
    void joined(final Session<T> session, final String id) {
        final var entry = entries.computeIfAbsent(id, key -> new Entry<>());
        final var former = entry.sessions.peekFirst();
        entry.sessions.addFirst(session);
        if (former == null) {
            LOG.info("{} {} connected from {} with {}", kind, id, session.endpoint(), session.about());
        } else {
            LOG.warn("{} {} is connected twice, from {} and from {}; the latter, being newer, is used", kind, id,
                former.endpoint(), session.endpoint());
            former.rest();
        }
        session.lead();
    }

    /** A session has an id no longer. */
    void left(final Session<T> session, final String id) {
        session.rest();
        final var entry = entries.get(id);
        final boolean led = entry.sessions.peekFirst() == session;
        entry.sessions.remove(session);
        final var next = entry.sessions.peekFirst();
        if (next == null) {
            entries.remove(id);
            LOG.info("{} {} disconnected from {}", kind, id, session.endpoint());
            listener.disconnected(id);
        } else if (led) {
            LOG.info("{} {} is still connected from {}, which is used from now on", kind, id, next.endpoint());
            next.lead();
        }
    }

    /** The leading session of one read it. */
    void report(final String id, final T now) {
        final var entry = entries.get(id);
        if (!now.equals(entry.reported)) {
            entry.reported = now;
            listener.changed(now);
        }
    }
}
