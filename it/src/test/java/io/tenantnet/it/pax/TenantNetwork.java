/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.pax;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.mdsal.dom.api.DOMDataBroker;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.LeafNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNodes;
import org.opendaylight.yangtools.yang.data.impl.schema.Builders;
import org.opendaylight.yangtools.yang.data.impl.schema.ImmutableNodes;

/**
 * A tenant network in the datastores, without a class of TenantNet's: Karaf would restart a test that uses a bundle which
 * is uninstalled.
 */
final class TenantNetwork {
    private static final QName MODEL = QName.create("urn:tenantnet:model", "2026-11-21", "tenant-networks");
    private static final QName NETWORKS = QName.create(MODEL, "networks");
    private static final QName NETWORK = QName.create(MODEL, "network");
    private static final QName UUID = QName.create(MODEL, "uuid");
    private static final QName STATE = QName.create("urn:tenantnet:state", "2026-11-21", "tenant-networks-state");

    private final DOMDataBroker broker;
    private final String uuid;

    TenantNetwork(final DOMDataBroker broker, final String uuid) {
        this.broker = broker;
        this.uuid = uuid;
    }

    void put() throws InterruptedException, ExecutionException {
        final var transaction = broker.newWriteOnlyTransaction();
        transaction.merge(LogicalDatastoreType.CONFIGURATION, YangInstanceIdentifier.of(MODEL),
            Builders.containerBuilder().withNodeIdentifier(YangInstanceIdentifier.NodeIdentifier.create(MODEL))
                .withChild(Builders.containerBuilder()
                    .withNodeIdentifier(YangInstanceIdentifier.NodeIdentifier.create(NETWORKS))
                    .withChild(ImmutableNodes.mapNodeBuilder(NETWORK)
                        .withChild(ImmutableNodes.mapEntry(NETWORK, UUID, uuid)).build())
                    .build())
                .build());
        transaction.commit().get();
    }

    void delete() throws InterruptedException, ExecutionException {
        final var transaction = broker.newWriteOnlyTransaction();
        transaction.delete(LogicalDatastoreType.CONFIGURATION, YangInstanceIdentifier.of(MODEL).node(NETWORKS)
            .node(NETWORK).node(entry(NETWORK)));
        transaction.commit().get();
    }

    /** The identifier on the wire that TenantNet has given it, as the operational state says. */
    Optional<Object> segmentationId() throws InterruptedException, ExecutionException {
        final var list = QName.create(STATE, "network");
        final var path = YangInstanceIdentifier.of(STATE).node(list).node(entry(list));
        try (var transaction = broker.newReadOnlyTransaction()) {
            return transaction.read(LogicalDatastoreType.OPERATIONAL, path).get()
                .flatMap(TenantNetwork::segmentationId);
        }
    }

    private static Optional<Object> segmentationId(final NormalizedNode<?, ?> network) {
        final var leaf = new YangInstanceIdentifier.NodeIdentifier(QName.create(STATE, "segmentation-id"));
        return NormalizedNodes.findNode(network, leaf).map(node -> ((LeafNode<?>) node).getValue());
    }

    private YangInstanceIdentifier.NodeIdentifierWithPredicates entry(final QName list) {
        return YangInstanceIdentifier.NodeIdentifierWithPredicates.of(list, QName.create(list, "uuid"), uuid);
    }
}
