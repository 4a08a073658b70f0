/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yangtools.yang.binding.DataObject;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/**
 * The datastore, each call waited for, so that what is read next shows what was written before. May be used from any
 * thread.
 */
final class Store {
    private static final long LIMIT_SECONDS = 10;

    private final DataBroker broker;

    Store(final DataBroker broker) {
        this.broker = requireNonNull(broker);
    }

    /**
     * What stands at a path.
     *
     * @throws IllegalStateException if it cannot be read
     */
    <T extends DataObject> Optional<T> read(final LogicalDatastoreType type, final InstanceIdentifier<T> path) {
        try (var transaction = broker.newReadOnlyTransaction()) {
            return await(transaction.read(type, path), "Genius' data cannot be read");
        }
    }

    /** The same of the config datastore. */
    <T extends DataObject> Optional<T> config(final InstanceIdentifier<T> path) {
        return read(LogicalDatastoreType.CONFIGURATION, path);
    }

    /**
     * Writes in one transaction.
     *
     * @throws IllegalStateException if it fails; nothing is written then
     */
    void write(final Consumer<WriteTransaction> changes) {
        final var transaction = broker.newWriteOnlyTransaction();
        changes.accept(transaction);
        await(transaction.commit(), "Genius' data cannot be changed");
    }

    private static <T> T await(final Future<T> outcome, final String failureText) {
        try {
            return outcome.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failureText + ": interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(failureText + ": " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(failureText + " within " + LIMIT_SECONDS + " s", e);
        }
    }
}
