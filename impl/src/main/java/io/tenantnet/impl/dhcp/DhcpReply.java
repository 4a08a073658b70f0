/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcp;

import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import io.tenantnet.impl.packet.UdpDatagram;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a client is answered.
 *
 * @param request the client's message
 * @param type    what kind of message it is (RFC 2132 section 9.6)
 * @param server  the address of the server
 * @param yiaddr  the address that is given; 0.0.0.0 for none
 * @param siaddr  the server to boot from; 0.0.0.0 for none
 * @param options what to tell, by the options' numbers
 * @param mtu     the largest IP packet of the network
 */
public record DhcpReply(DhcpMessage request, int type, IpAddress server, IpAddress yiaddr, IpAddress siaddr,
        Map<Integer, byte[]> options, int mtu) {
    /** 0.0.0.0. */
    public static final IpAddress NO_ADDRESS = new IpAddress(4, 0, 0);
    static final int OFFER = 2;
    static final int ACK = 5;
    static final int NAK = 6;

    private static final IpAddress EVERYBODY = new IpAddress(4, 0, 0xffff_ffffL);
    private static final int SERVER_PORT = 67;
    private static final int CLIENT_PORT = 68;
    private static final int REPLY = 2;
    private static final int FIXED = 240;
    /** IPv4 and UDP. */
    private static final int HEADERS = 28;
    /** What every client takes (RFC 2131 section 2), from the IP header on. */
    private static final int LEAST_SIZE = 576;
    /** BOOTP's (RFC 951), which some relays and clients insist on. */
    private static final int SHORTEST = 300;

    public DhcpReply {
        options = Map.copyOf(options);
    }

    /** The message. Options for which there is no room are left out, those that the client did not ask for first. */
    byte[] encode() {
        final int room = Math.max(LEAST_SIZE, Math.min(request.maxSize().orElse(LEAST_SIZE), mtu)) - HEADERS;
        final var out = ByteBuffer.allocate(room);
        out.put((byte) REPLY).put((byte) 1).put((byte) 6).put((byte) 0).putInt(request.xid()).putShort((short) 0)
            .putShort((short) request.flags());
        // RFC 2131, table 3.
        putAddress(out, type == ACK ? request.ciaddr() : NO_ADDRESS);
        putAddress(out, yiaddr);
        putAddress(out, siaddr);
        putAddress(out, request.giaddr());
        out.putLong(request.client().value() << 16).putLong(0);
        putField(out, options.get(DhcpOptions.TFTP_SERVER), 64);
        putField(out, options.get(DhcpOptions.BOOTFILE), 128);
        out.putInt(DhcpMessage.COOKIE);
        ordered().forEach((code, value) -> {
            if (OptionCodec.size(value) < out.remaining()) {
                OptionCodec.write(out, code, value);
            }
        });
        OptionCodec.end(out);
        return Arrays.copyOf(out.array(), Math.max(SHORTEST, out.position()));
    }

    /** What the answer itself is comes first, then what the client asked for in its order of preference. */
    private Map<Integer, byte[]> ordered() {
        final Map<Integer, byte[]> ordered = new LinkedHashMap<>();
        ordered.put(DhcpOptions.MESSAGE_TYPE, new byte[] {(byte) type});
        ordered.put(DhcpOptions.SERVER, ByteBuffer.allocate(4).putInt((int) server.low()).array());
        copy(DhcpOptions.LEASE_TIME, ordered);
        // RFC 6842: a client may tell by it that the answer is its own.
        final var client = request.options().get(DhcpOptions.CLIENT_ID);
        if (client != null) {
            ordered.put(DhcpOptions.CLIENT_ID, client);
        }
        final var asked = request.options().get(DhcpOptions.PARAMETERS);
        if (asked != null) {
            for (final byte code : asked) {
                copy(code & 0xff, ordered);
            }
        }
        options.keySet().stream().sorted().filter(code -> code != DhcpOptions.MICROSOFT_ROUTES)
            .forEach(code -> copy(code, ordered));
        return ordered;
    }

    private void copy(final int code, final Map<Integer, byte[]> ordered) {
        final var value = options.get(code);
        if (value != null) {
            ordered.putIfAbsent(code, value);
        }
    }

    private static void putAddress(final ByteBuffer out, final IpAddress address) {
        out.putInt((int) address.low());
    }

    /** PXE clients look at the fields that BOOTP had before there were options. */
    private static void putField(final ByteBuffer out, final byte[] text, final int length) {
        final int end = out.position() + length;
        if (text != null && text.length < length) {
            out.put(text);
        }
        out.position(end);
    }

    /** The answer as a datagram to the client, wherever RFC 2131 section 4.1 wants it sent. */
    public UdpDatagram toDatagram(final MacAddress serverMac) {
        final boolean everybody = type == NAK || request.ciaddr().isUnspecified()
            && (request.wantsBroadcast() || yiaddr.isUnspecified());
        return new UdpDatagram(serverMac, everybody ? MacAddress.BROADCAST : request.client(), server,
            everybody ? EVERYBODY : request.ciaddr().isUnspecified() ? yiaddr : request.ciaddr(),
            SERVER_PORT, CLIENT_PORT, encode());
    }
}
