/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.KnownHosts;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.known.hosts.KnownHost;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.known.hosts.KnownHostBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.known.hosts.KnownHostKey;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/** Keeps the known hosts in the config datastore, which survives a restart. */
public final class StoredHosts implements KnownHosts {
    private static final InstanceIdentifier<org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.KnownHosts> ROOT =
        InstanceIdentifier.create(org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.KnownHosts.class);

    private final DataBroker broker;

    /** The hosts in the broker's config datastore. */
    public StoredHosts(final DataBroker broker) {
        this.broker = requireNonNull(broker);
    }

    @Override
    public Set<String> load() {
        try (var transaction = broker.newReadOnlyTransaction()) {
            return transaction.read(LogicalDatastoreType.CONFIGURATION, ROOT).get()
                .flatMap(hosts -> Optional.ofNullable(hosts.getKnownHost())).stream().flatMap(hosts -> hosts.stream())
                .map(KnownHost::getHostId).collect(Collectors.toUnmodifiableSet());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the known hosts were read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The known hosts cannot be read: " + e.getCause().getMessage(), e);
        }
    }

    @Override
    public void add(final String hostId) {
        final var transaction = broker.newWriteOnlyTransaction();
        final var key = new KnownHostKey(hostId);
        transaction.mergeParentStructurePut(LogicalDatastoreType.CONFIGURATION, ROOT.child(KnownHost.class, key),
            new KnownHostBuilder().withKey(key).build());
        Commits.logFailure(transaction.commit(), "Host " + hostId + " could not be remembered");
    }

    @Override
    public void remove(final String hostId) {
        final var transaction = broker.newWriteOnlyTransaction();
        transaction.delete(LogicalDatastoreType.CONFIGURATION, ROOT.child(KnownHost.class, new KnownHostKey(hostId)));
        Commits.logFailure(transaction.commit(), "Host " + hostId + " could not be forgotten");
    }
}
