/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import io.tenantnet.impl.allocate.AllocationPlan;
import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.model.Uuids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.opendaylight.mdsal.binding.api.ReadTransaction;
import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.SegmentationAllocations;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.segmentation.allocations.SegmentationAllocation;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.segmentation.allocations.SegmentationAllocationBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.segmentation.allocations.SegmentationAllocationKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.SegmentationId;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.opendaylight.yangtools.yang.common.Uint32;

/** The segmentation ids of networks that ask for none. */
public final class SegmentationIds implements NumberKind {
    private static final InstanceIdentifier<SegmentationAllocations> ROOT =
        InstanceIdentifier.create(SegmentationAllocations.class);

    @Override
    public String what() {
        return "Segmentation ids";
    }

    @Override
    public AllocationPlan plan(final TenantModel tenant, final Map<UUID, Integer> given) {
        return AllocationPlan.ofNetworks(tenant, given);
    }

    @Override
    public Object basis(final TenantModel tenant) {
        return List.of(tenant.networks(), tenant.settings());
    }

    @Override
    public TenantModel addTo(final TenantModel tenant, final Map<UUID, Integer> given) {
        return tenant.withAllocations(given);
    }

    @Override
    public Map<UUID, Integer> load(final ReadTransaction transaction) throws InterruptedException, ExecutionException {
        final Map<UUID, Integer> loaded = new HashMap<>();
        transaction.read(LogicalDatastoreType.CONFIGURATION, ROOT).get()
            .ifPresent(root -> root.nonnullSegmentationAllocation().forEach(entry ->
                Uuids.parse(entry.getNetworkId().getValue())
                    .ifPresent(id -> loaded.put(id, entry.getSegmentationId().getValue().intValue()))));
        return Map.copyOf(loaded);
    }

    @Override
    public void put(final WriteTransaction transaction, final UUID object, final int number) {
        transaction.mergeParentStructurePut(LogicalDatastoreType.CONFIGURATION, path(object),
            new SegmentationAllocationBuilder().withKey(key(object))
                .setSegmentationId(new SegmentationId(Uint32.valueOf(number))).build());
    }

    @Override
    public void delete(final WriteTransaction transaction, final UUID object) {
        transaction.delete(LogicalDatastoreType.CONFIGURATION, path(object));
    }

    private static InstanceIdentifier<SegmentationAllocation> path(final UUID object) {
        return ROOT.child(SegmentationAllocation.class, key(object));
    }

    private static SegmentationAllocationKey key(final UUID object) {
        return new SegmentationAllocationKey(new Uuid(object.toString()));
    }
}
