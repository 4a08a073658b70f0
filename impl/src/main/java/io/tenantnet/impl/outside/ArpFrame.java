/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.outside;

import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An ARP packet for IPv4 over Ethernet (RFC 826).
 *
 * @param operation what it is
 * @param senderMac the sender's MAC address
 * @param sender    the sender's IP address
 * @param target    the IP address it is for
 */
record ArpFrame(int operation, MacAddress senderMac, IpAddress sender, IpAddress target) {
    static final int REQUEST = 1;
    static final int REPLY = 2;

    private static final int ARP = 0x0806;
    private static final int ETHERNET = 1;
    private static final int IPV4 = 0x0800;
    private static final short LENGTHS = 0x0604;
    private static final int HEADER = 14;
    private static final int LENGTH = 42;
    /** IEEE 802.3, without the checksum. */
    private static final int SHORTEST_FRAME = 60;

    /** Asks everybody who has an address. */
    static ArpFrame request(final MacAddress from, final IpAddress sender, final IpAddress target) {
        return new ArpFrame(REQUEST, from, sender, target);
    }

    /** Tells everybody who has an address (RFC 5227 section 2.3). */
    static ArpFrame announcement(final MacAddress from, final IpAddress own) {
        return request(from, own, own);
    }

    /** The packet as a broadcast frame. */
    byte[] broadcast() {
        final var buffer = ByteBuffer.allocate(SHORTEST_FRAME);
        put(buffer, MacAddress.BROADCAST);
        put(buffer, senderMac);
        buffer.putShort((short) ARP).putShort((short) ETHERNET).putShort((short) IPV4).putShort(LENGTHS)
            .putShort((short) operation);
        put(buffer, senderMac);
        buffer.putInt((int) sender.low());
        put(buffer, new MacAddress(0));
        buffer.putInt((int) target.low());
        return buffer.array();
    }

    private static void put(final ByteBuffer buffer, final MacAddress mac) {
        buffer.putShort((short) (mac.value() >>> 32)).putInt((int) mac.value());
    }

    /** Reads a frame without VLAN tag; empty where it is no such packet. */
    static Optional<ArpFrame> read(final byte[] frame) {
        if (frame.length < LENGTH) {
            return Optional.empty();
        }
        final var buffer = ByteBuffer.wrap(frame);
        if (buffer.getShort(HEADER - 2) != ARP || buffer.getShort(HEADER) != ETHERNET
                || buffer.getShort(HEADER + 2) != IPV4 || buffer.getShort(HEADER + 4) != LENGTHS) {
            return Optional.empty();
        }
        return Optional.of(new ArpFrame(buffer.getShort(HEADER + 6), mac(buffer, HEADER + 8), ip(buffer, HEADER + 14),
            ip(buffer, HEADER + 24)));
    }

    private static MacAddress mac(final ByteBuffer buffer, final int offset) {
        return new MacAddress(Short.toUnsignedLong(buffer.getShort(offset)) << 32
            | Integer.toUnsignedLong(buffer.getInt(offset + 2)));
    }

    private static IpAddress ip(final ByteBuffer buffer, final int offset) {
        return new IpAddress(4, 0, Integer.toUnsignedLong(buffer.getInt(offset)));
    }
}
