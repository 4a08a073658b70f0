/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.opendaylight.ovsdb.lib.MonitorCallBack;
import org.opendaylight.ovsdb.lib.MonitorHandle;
import org.opendaylight.ovsdb.lib.OvsdbClient;
import org.opendaylight.ovsdb.lib.message.TableUpdates;
import org.opendaylight.ovsdb.lib.schema.DatabaseSchema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A monitor of our own on a client of the OVSDB library, beside whatever the OVSDB plugin monitors there: each has its
 * own id, by which the library tells whose an update is. One monitor looks at one database. Used in the loop.
 */
final class ClientMonitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClientMonitor.class);

    private final OvsdbClient client;
    private final MonitorCalls calls;
    private final String database;
    private final Loop loop;
    private final Executor blocking;
    private final RowSink sink;
    private final Backoff backoff = new Backoff(10_000);

    private Attempt current;
    private boolean closed;

    /**
     * Makes a monitor that does nothing before {@link #start()}.
     *
     * @param database the name of the database
     * @param blocking where to wait for the switch
     */
    ClientMonitor(final OvsdbClient client, final String database, final Loop loop, final Executor blocking,
            final RowSink sink) {
        this.client = requireNonNull(client);
        this.database = requireNonNull(database);
        this.loop = requireNonNull(loop);
        this.blocking = requireNonNull(blocking);
        this.sink = requireNonNull(sink);
        calls = new MonitorCalls(client, database);
    }

    /** Starts to monitor; tries again while the connection lasts. */
    void start() {
        if (!closed && client.isActive()) {
            current = new Attempt();
            blocking.execute(current::begin);
        }
    }

    /** Stops to monitor. */
    @Override
    public void close() {
        closed = true;
        if (current != null && client.isActive()) {
            blocking.execute(current::cancel);
        }
    }

    private void failed(final Attempt attempt, final String reason) {
        if (!closed && client.isActive()) {
            final long pause = backoff.next();
            LOG.warn("Cannot monitor the switch at {}: {}; trying again in {} ms",
                client.getConnectionInfo().getRemoteAddress().getHostAddress(), reason, pause);
            blocking.execute(attempt::cancel);
            loop.after(pause, this::start);
        }
    }

    /** One request for a monitor. The next has another id, which tells late updates for a former one from its own. */
    private final class Attempt implements MonitorCallBack {
        private final MonitorHandle handle = new MonitorHandle("tenantnet-" + UUID.randomUUID());
        /** What came before the answer to the request; null from then on. Belongs to the loop. */
        private List<TableUpdates> early = new ArrayList<>();

        private void begin() {
            try {
                final var schema = calls.schema();
                if (schema.isPresent()) {
                    final var all = calls.begin(schema.orElseThrow(), handle, this);
                    loop.post(() -> began(schema.orElseThrow(), all));
                } else {
                    loop.post(this::absent);
                }
            } catch (NoAnswerException e) {
                loop.post(() -> failed(this, e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void absent() {
            if (isCurrent()) {
                // Nothing has begun: the library never hears of the end of what the switch does not know.
                current = null;
                sink.absent();
            }
        }

        private void began(final DatabaseSchema schema, final TableUpdates all) {
            if (isCurrent()) {
                backoff.reset();
                sink.began(schema, LibraryRows.read(database, all));
                early.forEach(updates -> sink.changed(LibraryRows.read(database, updates)));
                early = null;
            }
        }

        /** Called on the connection's own thread, which has to go on reading. */
        @Override
        public void update(final TableUpdates updates, final DatabaseSchema schema) {
            loop.post(() -> {
                if (isCurrent()) {
                    if (early == null) {
                        sink.changed(LibraryRows.read(database, updates));
                    } else {
                        early.add(updates);
                    }
                }
            });
        }

        @Override
        public void exception(final Throwable cause) {
            LOG.debug("The OVSDB library reports a failure", cause);
        }

        private boolean isCurrent() {
            return this == current && !closed;
        }

        private void cancel() {
            calls.cancel(handle);
        }
    }
}
