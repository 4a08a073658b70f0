/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcp;

import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What a client says (RFC 2131 section 2).
 *
 * @param xid     the transaction
 * @param flags   bit 15: the client can take only broadcasts
 * @param ciaddr  the client's address, if it has one and can answer ARP; else 0.0.0.0
 * @param giaddr  the relay through which the message came; else 0.0.0.0
 * @param client  the client's MAC address
 * @param options what the options hold, by their numbers, not to be changed; options in several parts are joined (RFC 3396)
 */
public record DhcpMessage(int xid, int flags, IpAddress ciaddr, IpAddress giaddr, MacAddress client,
        Map<Integer, byte[]> options) {
    static final int COOKIE = 0x6382_5363;
    private static final int FIXED = 236;
    private static final int FILE = 108;
    private static final int SNAME = 44;
    private static final int REQUEST = 1;
    private static final int ETHERNET = 1;
    private static final int MAC_LENGTH = 6;
    private static final int BROADCAST = 0x8000;

    public DhcpMessage {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /**
     * Reads the payload of a datagram.
     *
     * @return empty for anything but a client's message over Ethernet with options that end where they say
     */
    public static Optional<DhcpMessage> parse(final byte[] payload) {
        if (payload.length < FIXED + Integer.BYTES) {
            return Optional.empty();
        }
        final var in = ByteBuffer.wrap(payload);
        if (in.get(0) != REQUEST || in.get(1) != ETHERNET || in.get(2) != MAC_LENGTH || in.getInt(FIXED) != COOKIE) {
            return Optional.empty();
        }
        final Map<Integer, byte[]> options = new TreeMap<>();
        if (!OptionCodec.read(payload, FIXED + Integer.BYTES, payload.length, options)) {
            return Optional.empty();
        }
        final var overload = options.get(DhcpOptions.OVERLOAD);
        final int fields = overload == null || overload.length != 1 ? 0 : overload[0];
        if ((fields & 1) != 0 && !OptionCodec.read(payload, FILE, FIXED, options)
                || (fields & 2) != 0 && !OptionCodec.read(payload, SNAME, FILE, options)) {
            return Optional.empty();
        }
        return Optional.of(new DhcpMessage(in.getInt(4), in.getShort(10) & 0xffff, ipv4(in.getInt(12)),
            ipv4(in.getInt(24)), new MacAddress(in.getLong(28) >>> 16), options));
    }

    private static IpAddress ipv4(final int bits) {
        return new IpAddress(4, 0, bits & 0xffff_ffffL);
    }

    /** What kind of message it is (RFC 2132 section 9.6); empty where that is not said. */
    OptionalInt type() {
        final var value = options.get(DhcpOptions.MESSAGE_TYPE);
        return value == null || value.length != 1 ? OptionalInt.empty() : OptionalInt.of(value[0] & 0xff);
    }

    /** An option that holds one address. */
    Optional<IpAddress> address(final int option) {
        final var value = options.get(option);
        return value == null || value.length != 4 ? Optional.empty()
            : Optional.of(ipv4(ByteBuffer.wrap(value).getInt()));
    }

    /** The largest message that the client takes, in octets from its IP header on (RFC 2132 section 9.10). */
    OptionalInt maxSize() {
        final var value = options.get(DhcpOptions.MAX_SIZE);
        return value == null || value.length != 2 ? OptionalInt.empty()
            : OptionalInt.of(ByteBuffer.wrap(value).getShort() & 0xffff);
    }

    boolean wantsBroadcast() {
        return (flags & BROADCAST) != 0;
    }
}
