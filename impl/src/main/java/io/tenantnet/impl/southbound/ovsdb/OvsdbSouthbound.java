/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import io.tenantnet.impl.engine.PresenceListener;
import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.model.TunnelMode;
import io.tenantnet.impl.model.Vtep;
import io.tenantnet.impl.vtep.VtepWish;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    /** Much longer than the library takes to tell of a connection. */
    private static final long SWEEP_MILLIS = 5_000;

    private final OvsdbConnection connections;
    private final Supplier<TunnelMode> mode;
    private final HostParts hosts;
    private final VtepParts vteps;
    private final FlowTunnels others;
    private final FlowTunnels gaps;
    private final EventLoop loop = new EventLoop();
    private final ThreadPoolExecutor blocking = new ThreadPoolExecutor(WAITERS, WAITERS, 10, TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        new ThreadFactoryBuilder().setNameFormat("tenantnet-ovsdb-wait-%d").setDaemon(true).build());
    /** By identity: the library's clients are compared so, and it may report the same one twice. Of the loop. */
    private final Map<OvsdbClient, ClientConnection> clients = new IdentityHashMap<>();
    private final UntoldClients untold = new UntoldClients();
    /** Whether anything is attached through hardware VTEPs; empty while that is not known. Of the loop. */
    private Optional<Boolean> vtepsUsed = Optional.empty();
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
     * @param hostListener told about the hosts
     * @param vtepListener told about the hardware VTEPs
     * @param mode        how vxlan tunnels are made; asked again whenever a host is looked at
     * @param others      which hosts need tunnel ports of another kind
     * @param gaps        which hosts lack tunnels that Genius is to make
     * @param hung        whose OpenFlow connections hang; asked again whenever a host is looked at
     */
    public OvsdbSouthbound(final OvsdbConnection connections, final PresenceListener<Host> hostListener,
            final PresenceListener<Vtep> vtepListener, final Supplier<TunnelMode> mode, final FlowTunnels others,
            final FlowTunnels gaps, final HungConnections hung) {
        this.connections = requireNonNull(connections);
        this.mode = requireNonNull(mode);
        this.others = requireNonNull(others);
        this.gaps = requireNonNull(gaps);
        final var hostReader = new HostReader(new Arrivals());
        hosts = new HostParts(hostReader, new Registry<>(hostReader.kind(), hostListener), requireNonNull(hung));
        final var vtepReader = new VtepReader(new Arrivals());
        vteps = new VtepParts(vtepReader, new Registry<>(vtepReader.kind(), vtepListener), new VtepWishes());
        blocking.allowCoreThreadTimeOut(true);
    }

    /** Starts to watch. */
    public void start() {
        connections.registerConnectionListener(connectionListener);
        connections.getConnections().forEach(connectionListener::connected);
        loop.after(SWEEP_MILLIS, this::sweep);
    }

    private void sweep() {
        loop.after(SWEEP_MILLIS, this::sweep);
        UntoldClients.ended(clients.keySet()).forEach(this::remove);
        untold.begun(connections.getConnections(), clients.keySet()).forEach(this::add);
    }

    /** Looks at every host again, because the wishes for tunnel ports or OpenFlow connections changed. */
    public void refresh() {
        loop.post(() -> clients.values().forEach(ClientConnection::refreshHost));
    }

    /** Has hosts open their connections anew, so that all who share these are told everything again. */
    public void connectAnew(final Set<String> hostIds) {
        loop.post(() -> List.copyOf(clients.values()).forEach(client -> client.endIfOf(hostIds)));
    }

    /** Says what the databases of hardware VTEPs are to hold, by id; one that is not named is left as it is. */
    public void want(final Map<String, VtepWish> wishes) {
        loop.post(() -> {
            vteps.wishes().replace(wishes);
            clients.values().forEach(ClientConnection::refreshVtep);
            final var used = Optional.of(wishes.values().stream().anyMatch(wish -> !wish.networks().isEmpty()));
            if (!used.equals(vtepsUsed)) {
                vtepsUsed = used;
                clients.values().forEach(ClientConnection::refreshHost);
            }
        });
    }

    /**
     * Where Genius makes the tunnels between hosts, hosts reach hardware VTEPs through the port whose flows set the destination,
     * and each other while something is missing.
     */
    private boolean areFlowTunnelsWanted(final String hostId, final NetworkType type, final boolean present) {
        return type != NetworkType.VXLAN ? others.areWanted(hostId, type, present)
            : mode.get() == TunnelMode.FLOW_BASED || vtepsUsed.orElse(present) || gaps.areWanted(hostId, type, present);
    }

    @Override
    public void close() {
        connections.unregisterConnectionListener(connectionListener);
        loop.post(() -> clients.values().forEach(ClientConnection::stop));
        loop.close();
        blocking.shutdown();
        try {
            // Long enough for the last monitors to be cancelled, or for nobody to answer.
            blocking.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        blocking.shutdownNow();
    }

    private void add(final OvsdbClient client) {
        // Its end may have been told before its beginning, by another thread of the library.
        if (client.isActive() && !clients.containsKey(client)) {
            final var connection = new ClientConnection(client, hosts, vteps,
                this::areFlowTunnelsWanted, loop, blocking);
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
