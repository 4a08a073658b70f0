/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.NetworkType;
import java.util.Arrays;
import java.util.stream.Stream;
import org.opendaylight.ovsdb.lib.OvsdbClient;
import org.opendaylight.ovsdb.lib.schema.DatabaseSchema;

/** The part of a connection that is about the Open_vSwitch database. Used in the loop. */
final class HostConnection implements RowSink {
    private final OvsdbClient client;
    private final Endpoint endpoint;
    private final PresenceReader<Host> reader;
    private final Registry<Host> registry;
    private final FlowTunnels flowTunnels;
    private final HungConnections hung;
    private final Loop loop;

    private Session<Host> session;

    HostConnection(final OvsdbClient client, final Endpoint endpoint, final PresenceReader<Host> reader,
            final Registry<Host> registry, final FlowTunnels flowTunnels, final HungConnections hung,
            final Loop loop) {
        this.client = requireNonNull(client);
        this.endpoint = requireNonNull(endpoint);
        this.reader = requireNonNull(reader);
        this.registry = requireNonNull(registry);
        this.flowTunnels = requireNonNull(flowTunnels);
        this.hung = requireNonNull(hung);
        this.loop = requireNonNull(loop);
    }

    @Override
    public void absent() {
        // No host, then.
    }

    @Override
    public void began(final DatabaseSchema schema, final RowChanges all) {
        final var transactor = new LibraryTransactor(client, schema);
        final var provider = new ProviderPlanner();
        session = new Session<>(endpoint, reader, registry, (hostId, problemChanged) ->
            Stream.concat(Stream.of(bridge(hostId), provider), tunnels(hostId))
                .map(planner -> new Keeper("Host " + hostId, planner, transactor, loop, problemChanged)).toList());
        session.changed(all);
    }

    private Planner bridge(final String hostId) {
        return new BridgePlanner(new ControllerPlanner(Target.openflow(endpoint.local()), Addresses::isOwn,
            () -> hung.of(hostId)));
    }

    private Stream<Planner> tunnels(final String hostId) {
        return Arrays.stream(NetworkType.values()).filter(NetworkType::isTunnelled)
            .map(type -> new TunnelPlanner(hostId, type, flowTunnels));
    }

    @Override
    public void changed(final RowChanges changes) {
        session.changed(changes);
    }

    boolean isOf(final String hostId) {
        return session != null && session.isOf(hostId);
    }

    void refresh() {
        if (session != null) {
            session.look();
        }
    }

    void end() {
        if (session != null) {
            session.close();
        }
    }

    void stop() {
        if (session != null) {
            session.rest();
        }
    }
}
