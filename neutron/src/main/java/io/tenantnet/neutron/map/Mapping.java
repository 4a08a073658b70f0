/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.map;

import io.tenantnet.neutron.json.Fields;
import java.util.Optional;
import org.opendaylight.yangtools.yang.binding.DataObject;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/**
 * What becomes of Neutron's objects of one kind in the tenant model. Pure, so usable from any thread. It checks types;
 * what the values may be is checked where the tenant model is committed, for all northbounds alike.
 *
 * @param <T> the tenant model's type
 */
public interface Mapping<T extends DataObject> {
    /** Where the object with this id is. */
    InstanceIdentifier<T> path(String id);

    /**
     * Maps an object.
     *
     * @param id     its id, as it is stored
     * @param fields all of its keys, those that the last request left out included
     * @return the object of the tenant model
     * @throws io.tenantnet.neutron.RequestException if a key has a value of a wrong type
     */
    T data(String id, Fields fields);

    /** Whether the tenant model can say what the object says. */
    default boolean isMapped(final Fields fields) {
        return true;
    }

    /** The object and its place; empty where the tenant model cannot say what it says. */
    default Optional<Entry<T>> entry(final String id, final Fields fields) {
        return isMapped(fields) ? Optional.of(new Entry<>(path(id), data(id, fields))) : Optional.empty();
    }
}
