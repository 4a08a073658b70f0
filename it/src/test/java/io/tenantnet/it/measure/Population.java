/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.measure;

import java.io.IOException;

/** Hosts with the interfaces of the ports, connected or about to connect. */
interface Population extends AutoCloseable {
    /** Starts a switch anew, where there are real ones, and measures how soon it has its flows back. */
    void restart(Figures figures, ManyPorts cloud) throws IOException;

    /** What the hosts themselves counted. */
    void report(Figures figures);

    @Override
    void close();
}
