/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.store;

import static java.util.Objects.requireNonNull;

import io.tenantnet.neutron.json.JsonText;
import io.tenantnet.neutron.json.Limits;
import io.tenantnet.neutron.map.Entry;
import io.tenantnet.neutron.map.Resource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opendaylight.mdsal.binding.api.ReadWriteTransaction;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.tenantnet.neutron.rev261121.NeutronObjects;
import org.opendaylight.yang.gen.v1.urn.tenantnet.neutron.rev261121.neutron.objects.Collection;
import org.opendaylight.yang.gen.v1.urn.tenantnet.neutron.rev261121.neutron.objects.CollectionBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.neutron.rev261121.neutron.objects.CollectionKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.neutron.rev261121.neutron.objects.collection.StoredObject;
import org.opendaylight.yang.gen.v1.urn.tenantnet.neutron.rev261121.neutron.objects.collection.StoredObjectBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.neutron.rev261121.neutron.objects.collection.StoredObjectKey;
import org.opendaylight.yangtools.yang.binding.DataObject;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/**
 * What is stored, within one transaction: Neutron's objects and, beside each, what it became in the tenant model. Sees
 * its own writes. Used by one thread.
 */
public final class Session {
    private final ReadWriteTransaction transaction;
    /** What was read or written: to read beside what the transaction has changed takes the longer the more that is. */
    private final Map<String, Optional<StoredJson>> seen = new HashMap<>();
    private boolean changed;

    Session(final ReadWriteTransaction transaction) {
        this.transaction = requireNonNull(transaction);
    }

    boolean hasChanged() {
        return changed;
    }

    /** One object. Whoever looks for many does so before he writes the first. */
    public Optional<StoredJson> find(final Resource resource, final String id) {
        return seen.computeIfAbsent(key(resource, id), key -> read(object(resource, id)).map(Session::stored));
    }

    private static String key(final Resource resource, final String id) {
        return resource.path() + "/" + id;
    }

    /** All objects of a collection, in the order of their ids. */
    public List<StoredJson> list(final Resource resource) {
        return read(collection(resource)).map(found -> found.nonnullStoredObject().stream().map(Session::stored)
            .sorted(Comparator.comparing(StoredJson::id)).toList()).orElse(List.of());
    }

    /** Stores an object, and in the tenant model what it became; what it became before is gone. */
    public void put(final Resource resource, final StoredJson stored, final Optional<? extends Entry<?>> mapped) {
        final var object = new StoredObjectBuilder().setUuid(stored.id()).setJson(stored.json().toString())
            .setImplied(stored.implied()).build();
        // The entry of the collection may not be there yet: a merge makes it. All leaves are in the object, so that it is
        // as good as a put.
        transaction.merge(LogicalDatastoreType.CONFIGURATION, collection(resource),
            new CollectionBuilder().setName(resource.path()).setStoredObject(List.of(object)).build());
        mapped.ifPresentOrElse(entry -> entry.put(transaction), () -> deleteMapped(resource, stored.id()));
        seen.put(key(resource, stored.id()), Optional.of(stored));
        changed = true;
    }

    /** Removes an object, and what it became. */
    public void delete(final Resource resource, final String id) {
        transaction.delete(LogicalDatastoreType.CONFIGURATION, object(resource, id));
        deleteMapped(resource, id);
        seen.put(key(resource, id), Optional.empty());
        changed = true;
    }

    private void deleteMapped(final Resource resource, final String id) {
        resource.mapping().ifPresent(mapping ->
            transaction.delete(LogicalDatastoreType.CONFIGURATION, mapping.path(id)));
    }

    private <T extends DataObject> Optional<T> read(final InstanceIdentifier<T> path) {
        return Waiting.until(transaction.read(LogicalDatastoreType.CONFIGURATION, path));
    }

    private static StoredJson stored(final StoredObject object) {
        return new StoredJson(object.getUuid(), JsonText.parse(object.getJson(), Limits.DEFAULT).getAsJsonObject(),
            Boolean.TRUE.equals(object.isImplied()));
    }

    private static InstanceIdentifier<Collection> collection(final Resource resource) {
        return InstanceIdentifier.builder(NeutronObjects.class)
            .child(Collection.class, new CollectionKey(resource.path())).build();
    }

    private static InstanceIdentifier<StoredObject> object(final Resource resource, final String id) {
        return collection(resource).child(StoredObject.class, new StoredObjectKey(id));
    }
}
