/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.packet;

import java.util.List;

/**
 * Does what is to be done with the packets of one table. Called by one thread at a time, and returns quickly. Throwing
 * costs that packet only.
 */
@FunctionalInterface
public interface PacketHandler {
    /**
     * Takes a packet.
     *
     * @param arrival the packet
     * @param view    the model as it is now
     * @return the packets to send because of it
     */
    List<PacketOut> received(Arrival arrival, View view);
}
