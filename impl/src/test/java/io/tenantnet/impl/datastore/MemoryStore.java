/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.binding.dom.adapter.test.AbstractDataBrokerTest;
import org.opendaylight.mdsal.binding.spec.reflect.BindingReflections;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.TenantNetworksState;
import org.opendaylight.yangtools.util.concurrent.FluentFutures;
import org.opendaylight.yangtools.yang.binding.DataObject;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.opendaylight.yangtools.yang.binding.YangModuleInfo;

/** MD-SAL's datastore in memory, with TenantNet's YANG modules; a commit is done when its future is returned. */
final class MemoryStore extends AbstractDataBrokerTest {
    private boolean refusesTransactions;
    private boolean failsCommits;

    static MemoryStore create() {
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
        addWithImports(BindingReflections.getModuleInfo(TenantNetworks.class), all);
        addWithImports(BindingReflections.getModuleInfo(TenantNetworksState.class), all);
        return all;
    }

    private static void addWithImports(final YangModuleInfo module, final Set<YangModuleInfo> all) {
        if (all.add(module)) {
            module.getImportedModules().forEach(imported -> addWithImports(imported, all));
        }
    }

    /** From now on no transaction can be made at all. */
    void refuseTransactions(final boolean refuses) {
        refusesTransactions = refuses;
    }

    /** From now on commits are carried out, but said to have failed, as after a time-out. */
    void failCommits(final boolean fails) {
        failsCommits = fails;
    }

    /** The broker, which can be told to fail. */
    DataBroker broker() {
        final DataBroker broker = mock(DataBroker.class, delegatesTo(getDataBroker()));
        doAnswer(call -> {
            if (refusesTransactions) {
                throw new IllegalStateException("the datastore is closed");
            }
            final var transaction = getDataBroker().newWriteOnlyTransaction();
            final WriteTransaction answer = mock(WriteTransaction.class, delegatesTo(transaction));
            if (failsCommits) {
                doAnswer(commit -> {
                    transaction.commit().get();
                    return FluentFutures.immediateFailedFluentFuture(new IllegalStateException("timed out"));
                }).when(answer).commit();
            }
            return answer;
        }).when(broker).newWriteOnlyTransaction();
        return broker;
    }

    void write(final Consumer<WriteTransaction> changes) {
        final var transaction = getDataBroker().newWriteOnlyTransaction();
        changes.accept(transaction);
        assertCommit(transaction.commit());
    }

    <T extends DataObject> Optional<T> read(final LogicalDatastoreType type, final InstanceIdentifier<T> path) {
        try (var transaction = getDataBroker().newReadOnlyTransaction()) {
            return transaction.read(type, path).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
