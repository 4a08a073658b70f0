/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opendaylight.ovsdb.lib.MonitorCallBack;
import org.opendaylight.ovsdb.lib.MonitorHandle;
import org.opendaylight.ovsdb.lib.OvsdbClient;
import org.opendaylight.ovsdb.lib.message.MonitorRequest;
import org.opendaylight.ovsdb.lib.message.MonitorSelect;
import org.opendaylight.ovsdb.lib.message.TableUpdates;
import org.opendaylight.ovsdb.lib.notation.Version;
import org.opendaylight.ovsdb.lib.schema.DatabaseSchema;
import org.opendaylight.ovsdb.lib.schema.DatabaseSchemaImpl;
import org.opendaylight.ovsdb.lib.schema.GenericTableSchema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is asked of the OVSDB library to monitor a switch. Each call waits for the switch, a few seconds at most. */
final class MonitorCalls {
    private static final Logger LOG = LoggerFactory.getLogger(MonitorCalls.class);

    /**
     * Longer than the library waits for an answer by default (1 s), after which it cancels. The wait for a schema is
     * the exception: it has no end in the library.
     */
    private static final int TIMEOUT_SECONDS = 3;

    private final OvsdbClient client;
    private final String database;

    /** Calls about one database of a switch. */
    MonitorCalls(final OvsdbClient client, final String database) {
        this.client = requireNonNull(client);
        this.database = requireNonNull(database);
    }

    /** The schema of the database; empty where the switch has no such database. */
    Optional<DatabaseSchema> schema() throws NoAnswerException, InterruptedException {
        final var databases = answer(client.getDatabases());
        final var any = OvsTable.DATABASES.stream().filter(databases::contains).findFirst();
        if (any.isPresent()) {
            prepare(any.get());
        }
        if (databases.contains(database)) {
            return Optional.of(answer(client.getSchema(database)));
        }
        LOG.debug("No {} among the databases {}", database, databases);
        return Optional.empty();
    }

    /**
     * The library keeps a client's callbacks in a map that is not made for several threads: of the first two monitors,
     * begun at the same moment, one may never hear anything. The OVSDB plugin first has to become the switch's owner,
     * so an empty monitor of ours, of any database, comes before its own, and leaves a map with room for the real ones.
     */
    private void prepare(final String any) throws NoAnswerException {
        final var nothing = new DatabaseSchemaImpl(any, new Version(0, 0, 0), Map.of());
        begin(nothing, List.of(), new MonitorHandle("tenantnet-first-" + UUID.randomUUID()), new MonitorCallBack() {
            @Override
            public void update(final TableUpdates updates, final DatabaseSchema schema) {
                LOG.debug("An update for a monitor of nothing: {}", updates);
            }

            @Override
            public void exception(final Throwable cause) {
                LOG.debug("The OVSDB library reports a failure", cause);
            }
        });
    }

    /** Begins to monitor; the result are all rows. Changes may be reported before this returns. */
    TableUpdates begin(final DatabaseSchema schema, final MonitorHandle handle, final MonitorCallBack callback)
            throws NoAnswerException {
        return begin(schema, requests(schema), handle, callback);
    }

    private TableUpdates begin(final DatabaseSchema schema, final List<MonitorRequest> requests,
            final MonitorHandle handle, final MonitorCallBack callback) throws NoAnswerException {
        final TableUpdates all;
        try {
            all = client.<GenericTableSchema>monitor(schema, requests, handle, callback, TIMEOUT_SECONDS);
        } catch (CancellationException e) {
            throw new NoAnswerException("no answer in time");
        } catch (NullPointerException e) {
            // The library has forgotten the schema, as it does at times while a connection begins.
            throw new NoAnswerException("the OVSDB library does not know the schema");
        }
        if (all == null) {
            throw new NoAnswerException("ovsdb-server refuses the monitor");
        }
        return all;
    }

    /** Ends a monitor, whether or not it is known to have begun. */
    void cancel(final MonitorHandle handle) {
        try {
            client.cancelMonitor(handle, TIMEOUT_SECONDS);
        } catch (CancellationException e) {
            LOG.debug("No answer when the monitor {} was cancelled", handle.getId(), e);
        }
    }

    private static <T> T answer(final Future<T> future) throws NoAnswerException, InterruptedException {
        final T answer;
        try {
            answer = future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (CancellationException | TimeoutException e) {
            throw new NoAnswerException("no answer in time");
        } catch (ExecutionException e) {
            throw new NoAnswerException(String.valueOf(e.getCause()));
        }
        if (answer == null) {
            throw new NoAnswerException("an empty answer");
        }
        return answer;
    }

    private List<MonitorRequest> requests(final DatabaseSchema schema) {
        final var requests = new ArrayList<MonitorRequest>();
        for (var table : OvsTable.of(database)) {
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
