/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yangtools.yang.binding.DataObject;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/** Reads of the datastore that are waited for. */
final class Reads {
    private static final long LIMIT_SECONDS = 10;

    private Reads() {
    }

    static <T extends DataObject> Optional<T> config(final DataBroker broker, final InstanceIdentifier<T> path) {
        return read(broker, LogicalDatastoreType.CONFIGURATION, path);
    }

    /**
     * What stands there.
     *
     * @throws IllegalStateException if it cannot be read
     */
    static <T extends DataObject> Optional<T> read(final DataBroker broker, final LogicalDatastoreType store,
            final InstanceIdentifier<T> path) {
        try (var transaction = broker.newReadOnlyTransaction()) {
            return transaction.read(store, path).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Genius' data were read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Genius' data cannot be read: " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Genius' data cannot be read within " + LIMIT_SECONDS + " s", e);
        }
    }
}
