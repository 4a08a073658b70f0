/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.web.jetty;

import java.io.IOException;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.annotation.Name;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connector that the server can do without. When the port of any other is taken, Jetty does not start at all; a
 * port that is only there for convenience must not take RESTCONF down with it.
 */
public final class OptionalConnector extends ServerConnector {
    private static final Logger LOG = LoggerFactory.getLogger(OptionalConnector.class);

    public OptionalConnector(@Name("server") final Server server,
            @Name("factories") final ConnectionFactory... factories) {
        super(server, factories);
    }

    @Override
    public void open() {
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
