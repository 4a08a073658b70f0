/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import com.google.common.util.concurrent.MoreExecutors;
import io.tenantnet.impl.net.IpAddress;
import java.net.InetAddress;
import java.util.Set;
import java.util.concurrent.Executor;
import org.opendaylight.ovsdb.lib.OvsdbClient;

/**
 * A client of the OVSDB library: what is known of the databases of the switch behind it. First it is asked whether it
 * is a hardware VTEP, because it counts as a host on other terms then. Used in the loop.
 */
final class ClientConnection {
    private final HostParts hosts;
    private final FlowTunnels flowTunnels;
    private final OvsdbClient client;
    private final Loop loop;
    private final Executor blocking;
    private final Endpoint endpoint;
    private final VtepConnection vtep;
    private final ClientMonitor vtepMonitor;

    private HostConnection host;
    private ClientMonitor hostMonitor;
    private boolean ended;

    /**
     * Makes it; nothing happens before {@link #start()}.
     *
     * @param hosts       what all connections of hosts share
     * @param vteps       what all connections of hardware VTEPs share
     * @param flowTunnels whether hosts need a tunnel port whose flows set the destination; asked at every look
     */
    ClientConnection(final OvsdbClient client, final HostParts hosts, final VtepParts vteps,
            final FlowTunnels flowTunnels, final Loop loop, final Executor blocking) {
        this.client = requireNonNull(client);
        this.hosts = requireNonNull(hosts);
        this.flowTunnels = requireNonNull(flowTunnels);
        this.loop = requireNonNull(loop);
        // One question at a time: the databases of one switch need not be asked at the same moment.
        this.blocking = MoreExecutors.newSequentialExecutor(requireNonNull(blocking));
        final var info = client.getConnectionInfo();
        endpoint = new Endpoint(address(info.getLocalAddress()), address(info.getRemoteAddress()),
            info.getRemotePort());
        vtep = new VtepConnection(client, endpoint, vteps.reader(), vteps.registry(), vteps.wishes(), loop,
            this::continueWithHost);
        vtepMonitor = new ClientMonitor(client, OvsTable.HARDWARE_VTEP, loop, this.blocking, vtep);
    }

    void start() {
        vtepMonitor.start();
    }

    private void continueWithHost(final boolean isVtep) {
        if (!ended && host == null) {
            host = new HostConnection(client, endpoint,
                isVtep ? new SharedServerReader(hosts.reader()) : hosts.reader(), hosts.registry(), flowTunnels,
                hosts.hung(), loop);
            hostMonitor = new ClientMonitor(client, OvsTable.DATABASE, loop, blocking, host);
            hostMonitor.start();
        }
    }

    /** Ends it if it is that of one of these hosts; Open vSwitch opens another then. */
    void endIfOf(final Set<String> hostIds) {
        if (host != null && hostIds.stream().anyMatch(host::isOf)) {
            client.disconnect();
        }
    }

    /** Looks at the host again, because what is wanted changed. */
    void refreshHost() {
        if (host != null) {
            host.refresh();
        }
    }

    /** Looks at the hardware VTEP again, because what is wanted changed. */
    void refreshVtep() {
        vtep.refresh();
    }

    /** The connection is gone. */
    void end() {
        closeMonitors();
        vtep.end();
        if (host != null) {
            host.end();
        }
    }

    /** Ends without a word: the application is being stopped, and the switch is none the worse for it. */
    void stop() {
        closeMonitors();
        vtep.stop();
        if (host != null) {
            host.stop();
        }
    }

    private void closeMonitors() {
        ended = true;
        vtepMonitor.close();
        if (hostMonitor != null) {
            hostMonitor.close();
        }
    }

    private static IpAddress address(final InetAddress address) {
        // Without the zone that Java appends to a link-local address: it names an interface of this machine.
        return IpAddress.parse(address.getHostAddress().replaceFirst("%.*", ""));
    }
}
