/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.map;

import static java.util.Objects.requireNonNull;

import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yangtools.yang.binding.DataObject;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/**
 * An object of the tenant model and its place.
 *
 * @param <T>  its type
 * @param path its place in the config datastore
 * @param data the object
 */
public record Entry<T extends DataObject>(InstanceIdentifier<T> path, T data) {
    public Entry {
        requireNonNull(path);
        requireNonNull(data);
    }

    /** Writes the object in place of what is there. */
    public void put(final WriteTransaction transaction) {
        transaction.put(LogicalDatastoreType.CONFIGURATION, path, data);
    }
}
