/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Instructions.Metadata;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.resolve.Segment;

/**
 * What the 64 bits of OpenFlow metadata mean in the pipeline: bits 0..23 the segmentation id and bits 24..27 the type of
 * the packet's network, bit 32 whether the packet came out of a tunnel.
 */
final class MetadataBits {
    private static final long NETWORK_MASK = 0x0fff_ffffL;
    private static final long FROM_TUNNEL = 0x1_0000_0000L;

    private MetadataBits() {
    }

    /** Says that the packet belongs to a network and came from one of its ports here. */
    static Metadata fromPort(final Segment segment) {
        return new Metadata(tag(segment), NETWORK_MASK | FROM_TUNNEL);
    }

    /** Says that the packet belongs to a network and came from another host. */
    static Metadata fromTunnel(final Segment segment) {
        return new Metadata(tag(segment) | FROM_TUNNEL, NETWORK_MASK | FROM_TUNNEL);
    }

    /** Packets of a network, wherever they came from. */
    static Match ofNetwork(final Segment segment) {
        return Match.ANY.with(Field.METADATA, tag(segment), NETWORK_MASK);
    }

    /** Packets of a network that came from one of its ports here. */
    static Match ofNetworkFromPort(final Segment segment) {
        return Match.ANY.with(Field.METADATA, tag(segment), NETWORK_MASK | FROM_TUNNEL);
    }

    /** Packets of a network that came from another host. */
    static Match ofNetworkFromTunnel(final Segment segment) {
        return Match.ANY.with(Field.METADATA, tag(segment) | FROM_TUNNEL, NETWORK_MASK | FROM_TUNNEL);
    }

    private static long tag(final Segment segment) {
        return (long) segment.network().type().ordinal() << 24 | segment.vni();
    }
}
