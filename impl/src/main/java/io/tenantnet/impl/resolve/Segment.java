/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Network;
import io.tenantnet.impl.model.NetworkType;

/**
 * A network that can be programmed.
 *
 * @param network the network
 * @param id      its identifier on the wire, asked for or given: VNI, VLAN id or key; 0 of a flat or local network
 * @param number  what tells it inside switches from others of its type, 24 bits; of a vxlan or geneve network the identifier
 */
public record Segment(Network network, long id, int number) {
    /** What tells it inside switches from all others: its type in bits 24..27, its number below. */
    public int tag() {
        return type().ordinal() << 24 | number;
    }

    /** How its frames travel. */
    public NetworkType type() {
        return network.type();
    }
}
