/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.web.jetty;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.annotation.Name;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connector that the server can do without. When the port of any other is taken, Jetty does not start at all; a
 * port that is only there for convenience must not take RESTCONF down with it. Its port is closed while its gate is:
 * OpenStack's drivers lose nothing where they cannot connect, but give up what is answered with an error.
 */
public final class OptionalConnector extends ServerConnector {
    private static final Logger LOG = LoggerFactory.getLogger(OptionalConnector.class);

    private final ContextGate gate;

    /**
     * A connector.
     *
     * @param server    the server
     * @param gate      says when the port is to be open
     * @param factories of connections
     */
    public OptionalConnector(@Name("server") final Server server, @Name("gate") final ContextGate gate,
            @Name("factories") final ConnectionFactory... factories) {
        super(server, factories);
        this.gate = requireNonNull(gate);
        gate.follow(this::restart);
    }

    private void restart() {
        if (!getServer().isRunning()) {
            return;
        }
        try {
            stop();
            start();
        } catch (Exception e) {
            LOG.warn("Port {} could not be {}: {}", getPort(), gate.isOpen() ? "opened" : "closed", e.getMessage());
        }
    }

    @Override
    public void open() {
        if (!gate.isOpen()) {
            return;
        }
        try {
            super.open();
        } catch (IOException e) {
            LOG.warn("Port {} is left out, the others work: {}. To be rid of this line, take the port out of"
                + " etc/jetty.xml.", getPort(), e.getMessage());
        }
    }

    /** 0 where it is not open: Pax Web asks every connector for its port and fails to start when it gets Jetty's -1. */
    @Override
    public int getLocalPort() {
        return Math.max(0, super.getLocalPort());
    }

    @Override
    protected void doStart() throws Exception {
        if (!isOpen()) {
            open();
        }
        // Started on a closed port, the acceptor threads would spin.
        if (isOpen()) {
            super.doStart();
        }
    }
}
