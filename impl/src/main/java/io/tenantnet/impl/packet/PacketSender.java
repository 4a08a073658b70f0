/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.packet;

import io.tenantnet.impl.flow.Action;
import java.util.List;

/** Lets a switch send packets. May be called from any thread; does not block. */
@FunctionalInterface
public interface PacketSender {
    /**
     * Sends a packet. One that cannot be sent is lost, as packets are.
     *
     * @param datapathId the switch
     * @param actions    what it does with the packet
     * @param frame      the Ethernet frame, without its checksum
     * @throws IllegalArgumentException if an action can't be said to the switch
     */
    void send(long datapathId, List<Action> actions, byte[] frame);
}
