/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.opendaylight.ovsdb.lib.OvsdbClient;
import org.opendaylight.ovsdb.lib.operations.Operation;
import org.opendaylight.ovsdb.lib.operations.OperationResult;
import org.opendaylight.ovsdb.lib.schema.DatabaseSchema;

/** Carries out transactions through the OVSDB library. */
final class LibraryTransactor implements Transactor {
    private static final Pattern UUID_CLAUSE = Pattern.compile(", with UUID [0-9a-f-]{36},");

    private final OvsdbClient client;
    private final DatabaseSchema schema;
    private final LibraryOperations translator;

    LibraryTransactor(final OvsdbClient client, final DatabaseSchema schema) {
        this.client = requireNonNull(client);
        this.schema = requireNonNull(schema);
        translator = new LibraryOperations(schema);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public CompletionStage<Void> commit(final List<Op> operations) {
        final List<Operation> translated;
        try {
            translated = translator.of(operations);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(new TransactionFailedException(e.getMessage()));
        }
        final var outcome = new CompletableFuture<Void>();
        Futures.addCallback(client.transact(schema, translated),
            new FutureCallback<List<OperationResult>>() {
                @Override
                public void onSuccess(final List<OperationResult> results) {
                    final var errors = errors(results);
                    if (errors.isEmpty()) {
                        outcome.complete(null);
                    } else {
                        outcome.completeExceptionally(new TransactionFailedException(errors));
                    }
                }

                @Override
                public void onFailure(final Throwable cause) {
                    // The library cancels what was not answered within its ovsdb-rpc-task-timeout, 1 s by default.
                    outcome.completeExceptionally(new TransactionFailedException(
                        cause instanceof CancellationException ? "no answer from ovsdb-server in time"
                            : "unusable answer from ovsdb-server (" + cause + ')'));
                }
            }, MoreExecutors.directExecutor());
        return outcome;
    }

    /** RFC 7047, section 4.1.3: the error stands at the operation that failed, or behind all when it was the commit. */
    private static String errors(final List<OperationResult> results) {
        return results.stream().filter(result -> result.getError() != null)
            .map(result -> Objects.toString(result.getDetails(), result.getError()))
            // Rows that were to be inserted have other UUIDs at each attempt, and mean nothing to anybody.
            .map(text -> UUID_CLAUSE.matcher(text).replaceAll("")).collect(Collectors.joining(", "));
    }
}
