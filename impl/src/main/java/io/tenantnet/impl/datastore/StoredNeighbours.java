/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.model.Neighbours.Place;
import io.tenantnet.impl.model.Uuids;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import io.tenantnet.impl.outside.NeighbourStore;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.KnownNeighbours;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.known.neighbours.KnownNeighbour;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.known.neighbours.KnownNeighbourBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.known.neighbours.KnownNeighbourKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/** Keeps who answered outside in the config datastore, which survives a restart. */
public final class StoredNeighbours implements NeighbourStore {
    private static final InstanceIdentifier<KnownNeighbours> ROOT = InstanceIdentifier.create(KnownNeighbours.class);

    private final DataBroker broker;

    /** The neighbours in the broker's config datastore. */
    public StoredNeighbours(final DataBroker broker) {
        this.broker = requireNonNull(broker);
    }

    @Override
    public Map<Place, MacAddress> load() {
        try (var transaction = broker.newReadOnlyTransaction()) {
            final Map<Place, MacAddress> loaded = new HashMap<>();
            transaction.read(LogicalDatastoreType.CONFIGURATION, ROOT).get()
                .ifPresent(root -> root.nonnullKnownNeighbour().forEach(entry ->
                    Uuids.parse(entry.getNetworkId().getValue()).ifPresent(id -> loaded.put(
                        new Place(id, IpAddress.parse(entry.getIpAddress().getValue())),
                        MacAddress.parse(entry.getMacAddress().getValue())))));
            return loaded;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the known neighbours were read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The known neighbours cannot be read: " + e.getCause().getMessage(), e);
        }
    }

    @Override
    public void put(final Place place, final MacAddress mac) {
        final var transaction = broker.newWriteOnlyTransaction();
        transaction.mergeParentStructurePut(LogicalDatastoreType.CONFIGURATION, path(place),
            new KnownNeighbourBuilder().withKey(key(place)).setMacAddress(
                new org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.MacAddress(mac.toString())).build());
        Commits.logFailure(transaction.commit(), "Neighbour " + place.address() + " could not be remembered");
    }

    @Override
    public void remove(final Place place) {
        final var transaction = broker.newWriteOnlyTransaction();
        transaction.delete(LogicalDatastoreType.CONFIGURATION, path(place));
        Commits.logFailure(transaction.commit(), "Neighbour " + place.address() + " could not be forgotten");
    }

    private static InstanceIdentifier<KnownNeighbour> path(final Place place) {
        return ROOT.child(KnownNeighbour.class, key(place));
    }

    private static KnownNeighbourKey key(final Place place) {
        return new KnownNeighbourKey(
            new org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.IpAddress(place.address().toString()),
            new Uuid(place.networkId().toString()));
    }
}
