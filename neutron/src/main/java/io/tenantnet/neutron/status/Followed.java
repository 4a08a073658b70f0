/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.status;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.DataObjectModification.ModificationType;
import org.opendaylight.mdsal.binding.api.DataTreeChangeListener;
import org.opendaylight.mdsal.binding.api.DataTreeIdentifier;
import org.opendaylight.mdsal.binding.api.DataTreeModification;
import org.opendaylight.yangtools.concepts.ListenerRegistration;
import org.opendaylight.yangtools.yang.binding.DataObject;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/**
 * The objects at a place of the datastore, as they are now, reduced to what is wanted of them. The datastore calls it
 * from one thread at a time, others read it.
 *
 * @param <T> the type of the objects
 * @param <V> what is wanted of each
 */
final class Followed<T extends DataObject, V> implements DataTreeChangeListener<T>, AutoCloseable {
    private final Map<InstanceIdentifier<T>, V> values = new HashMap<>();
    private final Function<T, V> wanted;
    private final Runnable listener;
    private final ListenerRegistration<?> registration;

    /**
     * Follows a place from now on.
     *
     * @param place    the place, with a wildcard in it
     * @param wanted   what is wanted of an object
     * @param listener is called after each change
     */
    @SuppressWarnings("this-escape")
    Followed(final DataBroker broker, final DataTreeIdentifier<T> place, final Function<T, V> wanted,
            final Runnable listener) {
        this.wanted = requireNonNull(wanted);
        this.listener = requireNonNull(listener);
        registration = broker.registerDataTreeChangeListener(place, this);
    }

    @Override
    public void onDataTreeChanged(final Collection<DataTreeModification<T>> changes) {
        synchronized (values) {
            for (final var change : changes) {
                final var path = change.getRootPath().getRootIdentifier();
                if (change.getRootNode().getModificationType() == ModificationType.DELETE) {
                    values.remove(path);
                } else {
                    values.put(path, wanted.apply(change.getRootNode().getDataAfter()));
                }
            }
        }
        listener.run();
    }

    /** What is there now, by its place. */
    Map<InstanceIdentifier<T>, V> values() {
        synchronized (values) {
            return Map.copyOf(values);
        }
    }

    @Override
    public void close() {
        registration.close();
    }
}
