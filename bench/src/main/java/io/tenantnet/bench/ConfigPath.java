/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.bench;

import com.google.common.util.concurrent.Futures;
import java.util.concurrent.Future;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.Table;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.TableKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.Flow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.FlowBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.FlowKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.Node;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint8;

/**
 * The config datastore, from where the forwarding rules manager takes the flows to the switch, in transactions of a
 * thousand flows. What it tells is only that the datastore has them.
 *
 * @param broker the datastore
 * @param node   the switch
 */
record ConfigPath(DataBroker broker, InstanceIdentifier<Node> node) implements WritePath {
    private static final int TRANSACTION = 1_000;

    @Override
    public Future<?> add(final int count) throws Exception {
        for (int first = 0; first < count; first += TRANSACTION) {
            final var transaction = broker.newWriteOnlyTransaction();
            for (int number = first; number < Math.min(first + TRANSACTION, count); number++) {
                final var key = new FlowKey(new FlowId("bench" + number));
                transaction.put(LogicalDatastoreType.CONFIGURATION, table().child(Flow.class, key), new FlowBuilder()
                    .withKey(key).setTableId(Uint8.valueOf(SampleFlows.TABLE))
                    .setPriority(Uint16.valueOf(SampleFlows.PRIORITY)).setCookie(SampleFlows.cookie(number))
                    .setMatch(SampleFlows.match(number)).setInstructions(SampleFlows.instructions(number)).build(),
                    first == 0);
            }
            transaction.commit().get();
        }
        return Futures.immediateFuture(null);
    }

    @Override
    public Future<?> remove(final int count) {
        final var transaction = broker.newWriteOnlyTransaction();
        transaction.delete(LogicalDatastoreType.CONFIGURATION, table());
        return transaction.commit();
    }

    private InstanceIdentifier<Table> table() {
        return node.augmentation(FlowCapableNode.class)
            .child(Table.class, new TableKey(Uint8.valueOf(SampleFlows.TABLE)));
    }
}
