/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.model.TunnelMode;
import io.tenantnet.impl.net.IpAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.opendaylight.ovsdb.lib.OvsdbClient;
import org.opendaylight.ovsdb.lib.schema.DatabaseSchema;

/**
 * A client of the OVSDB library and, once it turned out to be an Open vSwitch, the session of the host behind it. Used
 * in the loop.
 */
final class ClientConnection implements RowSink {
    private final OvsdbClient client;
    private final HostReader reader;
    private final HostRegistry registry;
    private final Supplier<TunnelMode> mode;
    private final Loop loop;
    private final Endpoint endpoint;
    private final ClientMonitor monitor;

    private HostSession session;

    ClientConnection(final OvsdbClient client, final HostReader reader, final HostRegistry registry,
            final Supplier<TunnelMode> mode, final Loop loop, final Executor blocking) {
        this.client = requireNonNull(client);
        this.reader = requireNonNull(reader);
        this.registry = requireNonNull(registry);
        this.mode = requireNonNull(mode);
        this.loop = requireNonNull(loop);
        final var info = client.getConnectionInfo();
        endpoint = new Endpoint(address(info.getLocalAddress()), address(info.getRemoteAddress()),
            info.getRemotePort());
        monitor = new ClientMonitor(client, loop, blocking, this);
    }

    void start() {
        monitor.start();
    }

    @Override
    public void began(final DatabaseSchema schema, final RowChanges all) {
        final var transactor = new LibraryTransactor(client, schema);
        final var bridge = new BridgePlanner(new ControllerPlanner(Target.openflow(endpoint.local()),
            Addresses::isOwn));
        final var tunnel = new TunnelPlanner(mode);
        final var provider = new ProviderPlanner();
        session = new HostSession(endpoint, reader, registry, (hostId, problemChanged) -> List.of(
            new Keeper(hostId, bridge, transactor, loop, problemChanged),
            new Keeper(hostId, tunnel, transactor, loop, problemChanged),
            new Keeper(hostId, provider, transactor, loop, problemChanged)));
        session.changed(all);
    }

    @Override
    public void changed(final RowChanges changes) {
        session.changed(changes);
    }

    /** Looks at the host again, because what is wanted changed. */
    void refresh() {
        if (session != null) {
            session.look();
        }
    }

    /** The connection is gone. */
    void end() {
        monitor.close();
        if (session != null) {
            session.close();
        }
    }

    /** Ends without a word: the application is being stopped, and the host is none the worse for it. */
    void stop() {
        monitor.close();
        if (session != null) {
            session.rest();
        }
    }

    private static IpAddress address(final InetAddress address) {
        // Without the zone that Java appends to a link-local address: it names an interface of this machine.
        return IpAddress.parse(address.getHostAddress().replaceFirst("%.*", ""));
    }
}
