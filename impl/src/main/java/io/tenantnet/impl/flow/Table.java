/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.flow;

/**
 * The pipeline: every table that TenantNet writes into, in the order in which packets meet them. The numbers leave room
 * for tables to come, and for those of Genius (17, 36, 220).
 */
public enum Table {
    /** Tells by its port where a packet comes from: a tenant port or a tunnel. Shared with Genius. */
    CLASSIFIER(0),
    /** Tells by its VXLAN network identifier to which network a packet from a tunnel belongs. */
    TUNNEL(40),
    /** Drops packets from a tenant port whose source addresses are not the port's. */
    SOURCE_CHECK(50),
    /** Answers ARP requests of tenant ports for addresses that the model knows. */
    ARP_RESPONDER(60),
    /** Sends packets to the port, or to the host, of their destination MAC address. */
    L2_FORWARD(100),
    /** Copies broadcast, unknown unicast and multicast packets to all who shall see them. */
    FLOOD(110);

    private final int id;

    Table(final int id) {
        this.id = id;
    }

    /** The OpenFlow table number, 0..253. */
    public int id() {
        return id;
    }
}
