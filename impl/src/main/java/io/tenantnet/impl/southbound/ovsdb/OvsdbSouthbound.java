/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import io.tenantnet.impl.model.TunnelMode;
import static java.util.Objects.requireNonNull;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.opendaylight.ovsdb.lib.OvsdbClient;
import org.opendaylight.ovsdb.lib.OvsdbConnection;
import org.opendaylight.ovsdb.lib.OvsdbConnectionListener;

/**
 * The OVSDB side of the hosts. Watches every Open vSwitch that connects over OVSDB, tells a listener about it, and sees
 * to it that it has an integration bridge which this controller controls and, where tunnels are made that way, its
 * tunnel port. It monitors the switches itself instead of reading the OVSDB plugin's topology, which does not show when
 * an interface loses its port number or its iface-id.
 *
 * <p>Hosts that were connected before {@link #start()} are found too. {@link #close()} leaves the switches as they are.
 * Methods may be called from any thread.
 */
public final class OvsdbSouthbound implements AutoCloseable {
    /** Threads that wait for switches to answer while they connect; the others in a rush queue up. */
    private static final int WAITERS = 16;

    private final OvsdbConnection connections;
    private final Supplier<TunnelMode> mode;
    private final HostRegistry registry;
    private final HostReader reader = new HostReader(new Arrivals());
    private final EventLoop loop = new EventLoop();
    private final ThreadPoolExecutor blocking = new ThreadPoolExecutor(WAITERS, WAITERS, 10, TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        new ThreadFactoryBuilder().setNameFormat("tenantnet-ovsdb-wait-%d").setDaemon(true).build());
    /** By identity: the library's clients are compared so, and it may report the same one twice. Of the loop. */
    private final Map<OvsdbClient, ClientConnection> clients = new IdentityHashMap<>();
    private final OvsdbConnectionListener connectionListener = new OvsdbConnectionListener() {
        @Override
        public void connected(final OvsdbClient client) {
            loop.post(() -> add(client));
        }

        @Override
        public void disconnected(final OvsdbClient client) {
            loop.post(() -> remove(client));
        }
    };

    /**
     * Makes the southbound; it does nothing before {@link #start()}.
     *
     * @param connections the OVSDB library's connections, to which the switches come (set-manager)
     * @param listener    told about the hosts
     * @param mode        how tunnels are made; asked again whenever a host is looked at
     */
    public OvsdbSouthbound(final OvsdbConnection connections, final HostListener listener,
            final Supplier<TunnelMode> mode) {
        this.connections = requireNonNull(connections);
        this.mode = requireNonNull(mode);
        registry = new HostRegistry(listener);
        blocking.allowCoreThreadTimeOut(true);
    }

    /** Starts to watch. */
    public void start() {
        connections.registerConnectionListener(connectionListener);
        connections.getConnections().forEach(connectionListener::connected);
    }

    /** Looks at every host again, because the tunnel mode changed. */
    public void refresh() {
        loop.post(() -> clients.values().forEach(ClientConnection::refresh));
    }

    @Override
    public void close() {
        connections.unregisterConnectionListener(connectionListener);
        loop.post(() -> clients.values().forEach(ClientConnection::stop));
        loop.close();
        blocking.shutdown();
        try {
            blocking.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        blocking.shutdownNow();
    }

    private void add(final OvsdbClient client) {
        // Its end may have been told before its beginning, by another thread of the library.
        if (client.isActive() && !clients.containsKey(client)) {
            final var connection = new ClientConnection(client, reader, registry, mode, loop, blocking);
            clients.put(client, connection);
            connection.start();
        }
    }

    private void remove(final OvsdbClient client) {
        final var connection = clients.remove(client);
        if (connection != null) {
            connection.end();
        }
    }
}
