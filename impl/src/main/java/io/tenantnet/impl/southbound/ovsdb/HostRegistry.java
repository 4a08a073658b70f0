/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.model.Host;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which hosts are connected. Where several connections claim the same host id the newest leads; the next newest
 * takes over when it goes. Used in the loop.
 */
final class HostRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(HostRegistry.class);

    private final Map<String, Entry> entries = new HashMap<>();
    private final HostListener listener;

    private static final class Entry {
        /** The newest is first. */
        private final Deque<HostSession> sessions = new ArrayDeque<>();
        private Host reported;
    }

    HostRegistry(final HostListener listener) {
        this.listener = requireNonNull(listener);
    }

    /** A session came to have an id. */
    void joined(final HostSession session, final String id) {
        final var entry = entries.computeIfAbsent(id, key -> new Entry());
        final var former = entry.sessions.peekFirst();
        entry.sessions.addFirst(session);
        if (former == null) {
            LOG.info("Host {} connected from {} with Open vSwitch {}", id, session.endpoint(),
                session.version().orElse("of unknown version"));
        } else {
            LOG.warn("Host {} is connected twice, from {} and from {}; the latter, being newer, is used", id,
                former.endpoint(), session.endpoint());
            former.rest();
        }
        session.lead();
    }

    /** A session has an id no longer. */
    void left(final HostSession session, final String id) {
        session.rest();
        final var entry = entries.get(id);
        final boolean led = entry.sessions.peekFirst() == session;
        entry.sessions.remove(session);
        final var next = entry.sessions.peekFirst();
        if (next == null) {
            entries.remove(id);
            LOG.info("Host {} disconnected from {}", id, session.endpoint());
            listener.disconnected(id);
        } else if (led) {
            LOG.info("Host {} is still connected from {}, which is used from now on", id, next.endpoint());
            next.lead();
        }
    }

    /** The leading session of a host read it. */
    void report(final Host host) {
        final var entry = entries.get(host.id());
        if (!host.equals(entry.reported)) {
            entry.reported = host;
            listener.changed(host);
        }
    }
}
