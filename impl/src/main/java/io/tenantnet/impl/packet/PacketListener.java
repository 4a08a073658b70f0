/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.packet;

/** Hears of packets. Returns at once; called from any thread. */
@FunctionalInterface
public interface PacketListener {
    /** A flow of TenantNet's handed this packet to the controller. */
    void received(PacketIn packet);
}
