/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractDataBrokerTest;
import org.opendaylight.mdsal.binding.spec.reflect.BindingReflections;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.rev261121.Neutron;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworksBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.neutron.rev261121.NeutronObjects;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.TenantNetworksState;
import org.opendaylight.yangtools.yang.binding.DataObject;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.opendaylight.yangtools.yang.binding.YangModuleInfo;

/** MD-SAL's datastore in memory, with TenantNet's YANG modules. */
public final class MemoryStore extends AbstractDataBrokerTest {
    public static MemoryStore create() {
        final var store = new MemoryStore();
        try {
            store.setup();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return store;
    }

    @Override
    protected Set<YangModuleInfo> getModuleInfos() throws Exception {
        final Set<YangModuleInfo> all = new HashSet<>();
        for (final var type : Set.of(TenantNetworks.class, NeutronObjects.class, TenantNetworksState.class,
                Neutron.class)) {
            addWithImports(BindingReflections.getModuleInfo(type), all);
        }
        return all;
    }

    private static void addWithImports(final YangModuleInfo module, final Set<YangModuleInfo> all) {
        if (all.add(module)) {
            module.getImportedModules().forEach(imported -> addWithImports(imported, all));
        }
    }

    public DataBroker broker() {
        return getDataBroker();
    }

    public <T extends DataObject> Optional<T> read(final LogicalDatastoreType type, final Class<T> root) {
        try (var transaction = getDataBroker().newReadOnlyTransaction()) {
            @SuppressWarnings({"unchecked", "rawtypes"})
            final InstanceIdentifier<T> path = InstanceIdentifier.create((Class) root);
            return transaction.read(type, path).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public <T extends DataObject> void put(final LogicalDatastoreType type, final InstanceIdentifier<T> path,
            final T data) {
        final var transaction = getDataBroker().newWriteOnlyTransaction();
        transaction.put(type, path, data, true);
        try {
            transaction.commit().get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tenant model; one without anything where there is none. */
    public TenantNetworks model() {
        return read(LogicalDatastoreType.CONFIGURATION, TenantNetworks.class).orElseGet(() ->
            new TenantNetworksBuilder().build());
    }

    /** How many objects of Neutron are stored. */
    public int stored() {
        return read(LogicalDatastoreType.CONFIGURATION, NeutronObjects.class).map(all ->
            all.nonnullCollection().stream().mapToInt(collection -> collection.nonnullStoredObject().size()).sum()).orElse(0);
    }
}
