/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcpv6;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.net.IpAddress;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An option of a DHCPv6 message (RFC 8415 section 21.1).
 *
 * @param code  which one, 0..65535
 * @param value its value, 0..65535 octets; not to be changed
 */
record Dhcpv6Option(int code, byte[] value) {
    static final int CLIENT_ID = 1;
    static final int SERVER_ID = 2;
    static final int IA_NA = 3;
    static final int IA_TA = 4;
    static final int IA_ADDRESS = 5;
    static final int PREFERENCE = 7;
    static final int STATUS = 13;
    static final int RAPID_COMMIT = 14;
    /** RFC 3646. */
    static final int NAME_SERVERS = 23;
    /** RFC 3646. */
    static final int DOMAIN_SEARCH = 24;
    static final int IA_PD = 25;

    private static final int HEADER = 4;

    Dhcpv6Option {
        requireNonNull(value);
    }

    /** Reads options up to the end; empty where that is amid one. */
    static Optional<List<Dhcpv6Option>> parse(final ByteBuffer in) {
        final var options = new ArrayList<Dhcpv6Option>();
        try {
            while (in.hasRemaining()) {
                final int code = in.getShort() & 0xffff;
                final byte[] value = new byte[in.getShort() & 0xffff];
                in.get(value);
                options.add(new Dhcpv6Option(code, value));
            }
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
        return Optional.of(options);
    }

    /** Options one after the other. */
    static byte[] toBytes(final List<Dhcpv6Option> options) {
        final var out = ByteBuffer.allocate(options.stream().mapToInt(option -> HEADER + option.value.length).sum());
        options.forEach(option ->
            out.putShort((short) option.code).putShort((short) option.value.length).put(option.value));
        return out.array();
    }

    static Dhcpv6Option ofAddresses(final int code, final List<IpAddress> addresses) {
        final var out = ByteBuffer.allocate(16 * addresses.size());
        addresses.forEach(address -> out.putLong(address.high()).putLong(address.low()));
        return new Dhcpv6Option(code, out.array());
    }

    /** Domain names as DNS writes them, uncompressed (RFC 8415 section 10). */
    static Dhcpv6Option ofNames(final int code, final List<String> names) {
        final var out = new ByteArrayOutputStream();
        for (final var name : names) {
            for (final var label : name.split("\\.")) {
                final var bytes = label.getBytes(US_ASCII);
                out.write(bytes.length);
                out.writeBytes(bytes);
            }
            out.write(0);
        }
        return new Dhcpv6Option(code, out.toByteArray());
    }

    /** RFC 8415 section 21.13; the text is for people. */
    static Dhcpv6Option ofStatus(final Status status) {
        final var text = status.text.getBytes(US_ASCII);
        return new Dhcpv6Option(STATUS, ByteBuffer.allocate(2 + text.length).putShort((short) status.code).put(text)
            .array());
    }

    /** RFC 8415 section 21.13. */
    enum Status {
        SUCCESS(0, "done"),
        NO_ADDRESSES(2, "the port has no address for it"),
        NO_BINDING(3, "the port has no address"),
        NOT_ON_LINK(4, "the port has no such address"),
        USE_MULTICAST(5, "ask by multicast"),
        NO_PREFIX(6, "prefixes are not given");

        private final int code;
        private final String text;

        Status(final int code, final String text) {
            this.code = code;
            this.text = text;
        }
    }
}
