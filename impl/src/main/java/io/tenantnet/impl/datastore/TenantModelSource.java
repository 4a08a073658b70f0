/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.TenantListener;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.DataTreeChangeListener;
import org.opendaylight.mdsal.binding.api.DataTreeIdentifier;
import org.opendaylight.mdsal.binding.api.DataTreeModification;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;
import org.opendaylight.yangtools.concepts.ListenerRegistration;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/** Follows the tenant model in the config datastore. The datastore calls it from one thread at a time. */
public final class TenantModelSource implements DataTreeChangeListener<TenantNetworks>, AutoCloseable {
    private static final InstanceIdentifier<TenantNetworks> ROOT = InstanceIdentifier.create(TenantNetworks.class);

    private final TenantTables tables = new TenantTables();
    private final DataBroker broker;
    private final TenantListener listener;

    private ListenerRegistration<TenantModelSource> registration;

    /**
     * A source that does not follow yet.
     *
     * @param broker   the datastore
     * @param listener hears of every change
     */
    public TenantModelSource(final DataBroker broker, final TenantListener listener) {
        this.broker = requireNonNull(broker);
        this.listener = requireNonNull(listener);
    }

    /**
     * Follows the model and reads it: in this order, since what is changed in between would not be heard otherwise.
     * When this returns, the listener has heard what was stored.
     *
     * @throws IllegalStateException if the datastore cannot be read
     */
    public void start() {
        registration = broker.registerDataTreeChangeListener(
            DataTreeIdentifier.create(LogicalDatastoreType.CONFIGURATION, ROOT), this);
        read();
    }

    private synchronized void read() {
        try (var transaction = broker.newReadOnlyTransaction()) {
            tables.replace(transaction.read(LogicalDatastoreType.CONFIGURATION, ROOT).get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the tenant model was read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The tenant model cannot be read: " + e.getCause().getMessage(), e);
        }
        tell();
    }

    @Override
    public synchronized void onDataTreeChanged(final Collection<DataTreeModification<TenantNetworks>> changes) {
        changes.forEach(change -> tables.apply(change.getRootNode()));
        tell();
    }

    private void tell() {
        listener.changed(tables.content());
    }

    @Override
    public void close() {
        registration.close();
    }
}
