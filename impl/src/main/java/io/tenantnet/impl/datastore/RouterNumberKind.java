/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import io.tenantnet.impl.allocate.AllocationPlan;
import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.model.Uuids;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.opendaylight.mdsal.binding.api.ReadTransaction;
import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.RouterNumbers;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.router.numbers.RouterNumber;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.router.numbers.RouterNumberBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.router.numbers.RouterNumberKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.opendaylight.yangtools.yang.common.Uint32;

/** The numbers of routers, from which their zones of connection tracking follow. */
public final class RouterNumberKind implements NumberKind {
    private static final InstanceIdentifier<RouterNumbers> ROOT = InstanceIdentifier.create(RouterNumbers.class);

    @Override
    public String what() {
        return "The numbers of routers";
    }

    @Override
    public AllocationPlan plan(final TenantModel tenant, final Map<UUID, Integer> given) {
        return AllocationPlan.ofRouters(tenant, given);
    }

    @Override
    public Object basis(final TenantModel tenant) {
        return tenant.l3().routers();
    }

    @Override
    public TenantModel addTo(final TenantModel tenant, final Map<UUID, Integer> given) {
        return tenant.withRouterNumbers(given);
    }

    @Override
    public Map<UUID, Integer> load(final ReadTransaction transaction) throws InterruptedException, ExecutionException {
        final Map<UUID, Integer> loaded = new HashMap<>();
        transaction.read(LogicalDatastoreType.CONFIGURATION, ROOT).get()
            .ifPresent(root -> root.nonnullRouterNumber().forEach(entry -> Uuids.parse(entry.getRouterId().getValue())
                .ifPresent(id -> loaded.put(id, entry.getNumber().intValue()))));
        return Map.copyOf(loaded);
    }

    @Override
    public void put(final WriteTransaction transaction, final UUID object, final int number) {
        transaction.mergeParentStructurePut(LogicalDatastoreType.CONFIGURATION, path(object),
            new RouterNumberBuilder().withKey(key(object)).setNumber(Uint32.valueOf(number)).build());
    }

    @Override
    public void delete(final WriteTransaction transaction, final UUID object) {
        transaction.delete(LogicalDatastoreType.CONFIGURATION, path(object));
    }

    private static InstanceIdentifier<RouterNumber> path(final UUID object) {
        return ROOT.child(RouterNumber.class, key(object));
    }

    private static RouterNumberKey key(final UUID object) {
        return new RouterNumberKey(new Uuid(object.toString()));
    }
}
