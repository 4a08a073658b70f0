/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import io.tenantnet.impl.share.SharedMap;
import io.tenantnet.impl.state.GatewayStates;
import io.tenantnet.impl.state.State;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yangtools.yang.binding.DataObject;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/** Writes into one transaction in what two states differ. */
final class StateDifference {
    private final WriteTransaction transaction;

    StateDifference(final WriteTransaction transaction) {
        this.transaction = transaction;
    }

    /** Makes the stored state what it is to be, if it is what it was. */
    void write(final State before, final State after) {
        write(before.networks(), after.networks(), StatePaths::network, StateEntries::network);
        write(before.subnets(), after.subnets(), StatePaths::subnet, StateEntries::subnet);
        write(before.ports(), after.ports(), StatePaths::port, StateEntries::port);
        write(before.trunks(), after.trunks(), StatePaths::trunk, StateEntries::trunk);
        write(before.routers(), after.routers(), StatePaths::router, StateEntries::router);
        write(before.floatingIps(), after.floatingIps(), StatePaths::floatingIp, StateEntries::floatingIp);
        write(before.portForwardings(), after.portForwardings(), StatePaths::portForwarding,
            StateEntries::portForwarding);
        write(before.hosts(), after.hosts(), StatePaths::host, StateEntries::host);
        writeGateways(before.gateways(), after.gateways());
    }

    private void writeGateways(final GatewayStates before, final GatewayStates after) {
        write(before.gateways(), after.gateways(), GatewayPaths::gateway, GatewayEntries::gateway);
        write(before.connections(), after.connections(), GatewayPaths::connection, GatewayEntries::connection);
        write(before.bindings(), after.bindings(), GatewayPaths::binding, GatewayEntries::binding);
        write(before.serviceNodes(), after.serviceNodes(), GatewayPaths::serviceNodes,
            GatewayEntries::serviceNodes);
        write(before.vteps(), after.vteps(), GatewayPaths::vtep, GatewayEntries::vtep);
    }

    private <K, S, E extends DataObject> void write(final Map<K, S> before, final Map<K, S> after,
            final Function<K, InstanceIdentifier<E>> path, final BiFunction<K, S, E> entry) {
        SharedMap.differences(before, after).forEach(id -> {
            final var state = after.get(id);
            if (state == null) {
                transaction.delete(LogicalDatastoreType.OPERATIONAL, path.apply(id));
            } else if (!state.equals(before.get(id))) {
                transaction.put(LogicalDatastoreType.OPERATIONAL, path.apply(id), entry.apply(id, state));
            }
        });
    }
}
