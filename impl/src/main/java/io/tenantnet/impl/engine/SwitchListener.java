/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

/** Hears of OpenFlow connections. The methods return quickly; those for one switch are called one after the other. */
public interface SwitchListener {
    /**
     * A switch connected, and this controller is its master. Replaces an earlier connection of the same switch.
     *
     * @param datapathId the switch's datapath id
     * @param channel    the connection
     */
    void connected(long datapathId, SwitchChannel channel);

    /**
     * A connection was lost, or another controller became the switch's master.
     *
     * @param datapathId the switch's datapath id
     * @param channel    the connection that was given to {@link #connected}
     */
    void disconnected(long datapathId, SwitchChannel channel);
}
