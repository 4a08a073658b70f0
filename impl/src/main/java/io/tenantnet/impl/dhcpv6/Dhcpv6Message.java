/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcpv6;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * A message between DHCPv6 client and server (RFC 8415 section 8).
 *
 * @param type        its type, 0..255
 * @param transaction what tells the client which question is answered, 24 bits
 * @param options     its options
 */
record Dhcpv6Message(int type, int transaction, List<Dhcpv6Option> options) {
    static final int SOLICIT = 1;
    static final int ADVERTISE = 2;
    static final int REQUEST = 3;
    static final int CONFIRM = 4;
    static final int RENEW = 5;
    static final int REBIND = 6;
    static final int REPLY = 7;
    static final int RELEASE = 8;
    static final int DECLINE = 9;
    static final int INFORMATION_REQUEST = 11;

    private static final int HEADER = 4;

    Dhcpv6Message {
        options = List.copyOf(options);
    }

    /** Reads a datagram's payload; empty for anything else than a whole message. */
    static Optional<Dhcpv6Message> parse(final byte[] payload) {
        if (payload.length < HEADER) {
            return Optional.empty();
        }
        final var in = ByteBuffer.wrap(payload);
        final int first = in.getInt();
        return Dhcpv6Option.parse(in).map(options -> new Dhcpv6Message(first >>> 24, first & 0xff_ffff, options));
    }

    byte[] toBytes() {
        final var rest = Dhcpv6Option.toBytes(options);
        return ByteBuffer.allocate(HEADER + rest.length).putInt(type << 24 | transaction).put(rest).array();
    }

    Optional<Dhcpv6Option> option(final int code) {
        return options.stream().filter(option -> option.code() == code).findFirst();
    }

    boolean has(final int code) {
        return option(code).isPresent();
    }
}
