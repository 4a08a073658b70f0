/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Instructions.Metadata;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Segment;

/**
 * What the 64 bits of OpenFlow metadata mean in the pipeline: bits 0..23 the number and bits 24..27 the type of the packet's
 * network, bit 32 whether the packet came from the wire (a tunnel or a physical network), bits 45..60 the OpenFlow number of
 * the interface it came from, and bits 33..44 the VLAN that tells apart several tenant ports behind one interface.
 */
public final class MetadataBits {
    private static final int KIND_SHIFT = 24;
    private static final long KIND_MASK = 0x0f00_0000L;
    private static final long NETWORK_MASK = 0x0fff_ffffL;
    private static final long FROM_WIRE = 0x1_0000_0000L;
    private static final long PORT_MASK = 0x1fff_fffe_0000_0000L;
    private static final int PORT_SHIFT = 45;
    private static final int VLAN_SHIFT = 33;

    private MetadataBits() {
    }

    /** Says that the packet came from a port here, and belongs to the port's network. */
    static Metadata fromPort(final BoundPort port) {
        return new Metadata(port.segment().tag() | key(port), NETWORK_MASK | FROM_WIRE | PORT_MASK);
    }

    /** Packets that came from a port here. */
    static Match ofPort(final BoundPort port) {
        return Match.ANY.with(Field.METADATA, key(port), PORT_MASK);
    }

    /** What the metadata of packets from a port here say of where they came from. */
    public static long source(final BoundPort port) {
        return key(port);
    }

    /** What a packet's metadata say of where it came from: equal to {@link #source(BoundPort)} for one port of a host. */
    public static long source(final long metadata) {
        return metadata & PORT_MASK;
    }

    private static long key(final BoundPort port) {
        return (long) port.ofport() << PORT_SHIFT | (long) port.place().vlan() << VLAN_SHIFT;
    }

    /** Says that the packet belongs to a network and came from another host or the physical network. */
    static Metadata fromWire(final Segment segment) {
        return new Metadata(segment.tag() | FROM_WIRE, NETWORK_MASK | FROM_WIRE | PORT_MASK);
    }

    /** Says that the packet belongs to another network now; where it came from stays. */
    static Metadata routedTo(final Segment segment) {
        return new Metadata(segment.tag(), NETWORK_MASK);
    }

    /** Says that the packet belongs to another network now and begins its way in it here: it may go out to the wire. */
    static Metadata sentTo(final Segment segment) {
        return new Metadata(segment.tag(), NETWORK_MASK | FROM_WIRE);
    }

    /** Says that the packet came from nowhere: whoever sent it may get it. */
    static Metadata fromNowhere() {
        return new Metadata(0, PORT_MASK);
    }

    /** Packets that began their way here, of whatever network. */
    static Match fromAnyPort(final Match match) {
        return match.with(Field.METADATA, 0, FROM_WIRE);
    }

    /** Says out of which kind of tunnel the packet came. */
    static Metadata fromTunnel(final NetworkType type) {
        return new Metadata(kind(type), KIND_MASK);
    }

    /** Packets that came out of a kind of tunnel and are of a network that is not known yet. */
    static Match ofTunnel(final NetworkType type) {
        return Match.ANY.with(Field.METADATA, kind(type), KIND_MASK);
    }

    /** Packets of a network, wherever they came from. */
    static Match ofNetwork(final Segment segment) {
        return Match.ANY.with(Field.METADATA, segment.tag(), NETWORK_MASK);
    }

    /** Packets of a network that came from one of its ports here. */
    static Match ofNetworkFromPort(final Segment segment) {
        return Match.ANY.with(Field.METADATA, segment.tag(), NETWORK_MASK | FROM_WIRE);
    }

    /** Packets of a network that came from another host or the physical network. */
    static Match ofNetworkFromWire(final Segment segment) {
        return Match.ANY.with(Field.METADATA, segment.tag() | FROM_WIRE, NETWORK_MASK | FROM_WIRE);
    }

    /** Whether a packet's metadata say that it belongs to a network. */
    public static boolean isOf(final long metadata, final Segment segment) {
        return (metadata & NETWORK_MASK) == segment.tag();
    }

    private static long kind(final NetworkType type) {
        return (long) type.ordinal() << KIND_SHIFT;
    }
}
