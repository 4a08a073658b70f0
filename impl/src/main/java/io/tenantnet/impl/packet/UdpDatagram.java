/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.packet;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A UDP datagram (RFC 768) in an IPv4 or IPv6 packet in an untagged Ethernet frame.
 *
 * @param ethSource      the frame's source
 * @param ethDestination the frame's destination
 * @param source         the packet's source
 * @param destination    the packet's destination, of the same IP version
 * @param sourcePort     the source port, 0..65535
 * @param destinationPort the destination port, 0..65535
 * @param payload        what it carries; not to be changed
 */
public record UdpDatagram(MacAddress ethSource, MacAddress ethDestination, IpAddress source, IpAddress destination,
        int sourcePort, int destinationPort, byte[] payload) {
    private static final int ETHERNET = 14;
    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86dd;
    private static final int UDP = 17;
    private static final int UDP_HEADER = 8;
    private static final int HOPS = 64;

    public UdpDatagram {
        requireNonNull(payload);
        if (source.version() != destination.version()) {
            throw new IllegalArgumentException(source + " and " + destination + " are of two IP versions");
        }
    }

    /**
     * Reads a frame. Checksums are not looked at: a machine may leave them to the hardware.
     *
     * @return empty for anything but one whole datagram without IPv6 extension headers
     */
    public static Optional<UdpDatagram> parse(final byte[] frame) {
        try {
            final var in = ByteBuffer.wrap(frame);
            final var ethDestination = mac(in);
            final var ethSource = mac(in);
            return switch (in.getShort() & 0xffff) {
                case IPV4 -> parse4(in, ethSource, ethDestination);
                case IPV6 -> parse6(in, ethSource, ethDestination);
                default -> Optional.empty();
            };
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            // Cut short, or a length field says more than there is.
            return Optional.empty();
        }
    }

    private static Optional<UdpDatagram> parse4(final ByteBuffer in, final MacAddress ethSource,
            final MacAddress ethDestination) {
        final int start = in.position();
        final int first = in.get() & 0xff;
        final int header = (first & 0xf) * 4;
        in.get();
        final int length = in.getShort() & 0xffff;
        in.getShort();
        final boolean whole = (in.getShort() & 0x3fff) == 0;
        in.get();
        final int protocol = in.get() & 0xff;
        in.getShort();
        final var source = ipv4(in);
        final var destination = ipv4(in);
        if (first >>> 4 != 4 || header < 20 || !whole || protocol != UDP) {
            return Optional.empty();
        }
        in.limit(start + length);
        in.position(start + header);
        return udp(in, ethSource, ethDestination, source, destination);
    }

    private static Optional<UdpDatagram> parse6(final ByteBuffer in, final MacAddress ethSource,
            final MacAddress ethDestination) {
        final int first = in.getInt();
        final int length = in.getShort() & 0xffff;
        final int next = in.get() & 0xff;
        in.get();
        final var source = new IpAddress(6, in.getLong(), in.getLong());
        final var destination = new IpAddress(6, in.getLong(), in.getLong());
        if (first >>> 28 != 6 || next != UDP) {
            return Optional.empty();
        }
        in.limit(in.position() + length);
        return udp(in, ethSource, ethDestination, source, destination);
    }

    private static Optional<UdpDatagram> udp(final ByteBuffer in, final MacAddress ethSource,
            final MacAddress ethDestination, final IpAddress source, final IpAddress destination) {
        final int sourcePort = in.getShort() & 0xffff;
        final int destinationPort = in.getShort() & 0xffff;
        final int length = in.getShort() & 0xffff;
        in.getShort();
        if (length < UDP_HEADER || length - UDP_HEADER > in.remaining()) {
            return Optional.empty();
        }
        final byte[] payload = new byte[length - UDP_HEADER];
        in.get(payload);
        return Optional.of(new UdpDatagram(ethSource, ethDestination, source, destination, sourcePort,
            destinationPort, payload));
    }

    private static MacAddress mac(final ByteBuffer in) {
        return new MacAddress((in.getShort() & 0xffffL) << 32 | in.getInt() & 0xffff_ffffL);
    }

    private static IpAddress ipv4(final ByteBuffer in) {
        return new IpAddress(4, 0, in.getInt() & 0xffff_ffffL);
    }

    /** The frame, with right checksums. */
    public byte[] toFrame() {
        final boolean v4 = source.version() == 4;
        final int header = v4 ? 20 : 40;
        final int udp = UDP_HEADER + payload.length;
        final var out = ByteBuffer.allocate(ETHERNET + header + udp);
        putMac(out, ethDestination);
        putMac(out, ethSource);
        out.putShort((short) (v4 ? IPV4 : IPV6));
        if (v4) {
            out.putShort((short) 0x4500).putShort((short) (header + udp)).putInt(0)
                .put((byte) HOPS).put((byte) UDP).putShort((short) 0);
        } else {
            out.putInt(0x6000_0000).putShort((short) udp).put((byte) UDP).put((byte) HOPS);
        }
        putIp(out, source);
        putIp(out, destination);
        out.putShort((short) sourcePort).putShort((short) destinationPort).putShort((short) udp).putShort((short) 0);
        out.put(payload);
        if (v4) {
            out.putShort(ETHERNET + 10, Checksum.of(Checksum.sum(out.array(), ETHERNET, header)));
        }
        final int addresses = 2 * source.bits() / 8;
        final long sum = Checksum.sum(out.array(), ETHERNET + header - addresses, addresses + udp) + UDP + udp;
        // RFC 768: 0 would say that there is none.
        final short checksum = Checksum.of(sum);
        out.putShort(ETHERNET + header + 6, checksum == 0 ? -1 : checksum);
        return out.array();
    }

    private static void putMac(final ByteBuffer out, final MacAddress mac) {
        out.putShort((short) (mac.value() >>> 32)).putInt((int) mac.value());
    }

    private static void putIp(final ByteBuffer out, final IpAddress address) {
        if (address.version() == 4) {
            out.putInt((int) address.low());
        } else {
            out.putLong(address.high()).putLong(address.low());
        }
    }
}
