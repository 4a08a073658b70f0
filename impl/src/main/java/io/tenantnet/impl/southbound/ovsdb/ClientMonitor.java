/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opendaylight.ovsdb.lib.MonitorCallBack;
import org.opendaylight.ovsdb.lib.MonitorHandle;
import org.opendaylight.ovsdb.lib.OvsdbClient;
import org.opendaylight.ovsdb.lib.message.MonitorRequest;
import org.opendaylight.ovsdb.lib.message.MonitorSelect;
import org.opendaylight.ovsdb.lib.message.TableUpdates;
import org.opendaylight.ovsdb.lib.schema.DatabaseSchema;
import org.opendaylight.ovsdb.lib.schema.GenericTableSchema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A monitor of our own on a client of the OVSDB library, beside whatever the OVSDB plugin monitors there: each has its
 * own id, by which the library tells whose an update is. Other databases than Open_vSwitch are not looked at.
 */
final class ClientMonitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClientMonitor.class);

    /** Longer than the library waits for an answer by default. It never ends the wait for a schema by itself. */
    private static final int TIMEOUT_SECONDS = 3;

    private final OvsdbClient client;
    private final Loop loop;
    private final Executor blocking;
    private final Sink sink;
    private final Backoff backoff = new Backoff();

    private Attempt current;
    private boolean closed;

    /** Hears what is monitored, in the loop. */
    interface Sink {
        /** The monitor is up: all rows there are. Comes once, before anything else. */
        void began(DatabaseSchema schema, RowChanges all);

        /** Some rows changed. */
        void changed(RowChanges changes);
    }

    /**
     * Makes a monitor that does nothing before {@link #start()}.
     *
     * @param blocking where to wait for the library
     */
    ClientMonitor(final OvsdbClient client, final Loop loop, final Executor blocking, final Sink sink) {
        this.client = requireNonNull(client);
        this.loop = requireNonNull(loop);
        this.blocking = requireNonNull(blocking);
        this.sink = requireNonNull(sink);
    }

    /** Starts to monitor; tries again while the connection lasts. To be called in the loop. */
    void start() {
        if (!closed && client.isActive()) {
            current = new Attempt();
            blocking.execute(current::begin);
        }
    }

    /** Stops to monitor. To be called in the loop. */
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

    /** One request for a monitor. A later one has another id, so updates for a former one that came late are told. */
    private final class Attempt implements MonitorCallBack {
        private final MonitorHandle handle = new MonitorHandle("tenantnet-" + UUID.randomUUID());
        /** What came before the answer to the request; null from then on. Belongs to the loop. */
        private List<TableUpdates> early = new ArrayList<>();

        private void begin() {
            try {
                final var databases = client.getDatabases().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
                if (!databases.contains(OvsTable.DATABASE)) {
                    LOG.debug("No Open_vSwitch among the databases {}", databases);
                    return;
                }
                final var schema = client.getSchema(OvsTable.DATABASE).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
                final TableUpdates all = client.<GenericTableSchema>monitor(schema, requests(schema), handle, this,
                    TIMEOUT_SECONDS);
                if (all == null) {
                    fail("ovsdb-server refused the request");
                } else {
                    loop.post(() -> began(schema, all));
                }
            } catch (CancellationException | TimeoutException e) {
                fail("no answer in time");
            } catch (ExecutionException e) {
                fail(String.valueOf(e.getCause()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void fail(final String reason) {
            loop.post(() -> failed(this, reason));
        }

        private void began(final DatabaseSchema schema, final TableUpdates all) {
            if (isCurrent()) {
                backoff.reset();
                sink.began(schema, LibraryRows.read(all));
                early.forEach(updates -> sink.changed(LibraryRows.read(updates)));
                early = null;
            }
        }

        /** Called on the connection's own thread, which has to go on reading. */
        @Override
        public void update(final TableUpdates updates, final DatabaseSchema schema) {
            loop.post(() -> {
                if (isCurrent()) {
                    if (early == null) {
                        sink.changed(LibraryRows.read(updates));
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
            try {
                client.cancelMonitor(handle, TIMEOUT_SECONDS);
            } catch (CancellationException e) {
                LOG.debug("No answer when the monitor was cancelled", e);
            }
        }

        private static List<MonitorRequest> requests(final DatabaseSchema schema) {
            final var requests = new ArrayList<MonitorRequest>();
            for (var table : OvsTable.values()) {
                // An old Open vSwitch lacks some columns, and refuses a request that names one of those.
                final var columns = new HashSet<>(table.columns());
                columns.retainAll(schema.table(table.title(), GenericTableSchema.class).getColumns());
                final var request = new MonitorRequest(table.title(), columns);
                request.setSelect(new MonitorSelect(true, true, true, true));
                requests.add(request);
            }
            return requests;
        }
    }
}
