/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcp;

import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What an option holds, and how that is written for people. */
enum OptionKind {
    /** IPv4 addresses, separated by commas. */
    ADDRESSES(OptionKind::addresses),
    /** Characters. */
    TEXT(text -> text.getBytes(StandardCharsets.UTF_8)),
    /** A number of one octet. */
    NUMBER_8(text -> number(text, Byte.BYTES)),
    /** A number of two octets. */
    NUMBER_16(text -> number(text, Short.BYTES)),
    /** A number of four octets. */
    NUMBER_32(text -> number(text, Integer.BYTES)),
    /** Routes: destination, next hop, and so on, separated by commas. */
    ROUTES(OptionKind::routes),
    /** Domain names, separated by commas (RFC 3397). */
    NAMES(OptionKind::names),
    /** Octets in hexadecimal, separated by colons, or characters. */
    OCTETS(OptionKind::octets),
    /** Whatever the value looks like, as dnsmasq takes options that it does not know. */
    UNKNOWN(OptionKind::guess);

    private static final Map<OptionKind, List<Integer>> MEMBERS = Map.of(
        ADDRESSES, List.of(1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 16, 21, 28, 32, 33, 41, 42, 44, 45, 48, 49, 65, 68, 69, 70, 71,
            72, 73, 74, 75, 76, 150, DhcpOptions.NEXT_SERVER),
        TEXT, List.of(12, 14, 15, 17, 18, 40, 47, 60, 62, 64, 66, 67, 100, 101, 114, 209, 210),
        NUMBER_8, List.of(19, 20, 23, 27, 29, 30, 31, 34, 36, 37, 39, 46),
        NUMBER_16, List.of(13, 22, 26), NUMBER_32, List.of(2, 24, 35, 38, 51, 58, 59, 211),
        ROUTES, List.of(DhcpOptions.ROUTES, DhcpOptions.MICROSOFT_ROUTES), NAMES, List.of(119), OCTETS, List.of(43, 120, 125));

    private final Function<String, byte[]> encoder;

    OptionKind(final Function<String, byte[]> encoder) {
        this.encoder = encoder;
    }

    /** The kind of an option. */
    static OptionKind of(final int code) {
        return MEMBERS.entrySet().stream().filter(entry -> entry.getValue().contains(code)).map(Map.Entry::getKey)
            .findFirst().orElse(UNKNOWN);
    }

    /**
     * Puts a value into octets.
     *
     * @throws IllegalArgumentException if it is none of the kind
     */
    byte[] encode(final String text) {
        return encoder.apply(text);
    }

    private static byte[] addresses(final String text) {
        final var parts = text.split(",", -1);
        final var out = ByteBuffer.allocate(parts.length * 4);
        Arrays.stream(parts).forEach(part -> out.putInt((int) address(part).low()));
        return out.array();
    }

    private static IpAddress address(final String text) {
        final var address = IpAddress.parse(text.strip());
        if (address.version() != 4) {
            throw new IllegalArgumentException("'" + text + "' is no IPv4 address");
        }
        return address;
    }

    private static byte[] number(final String text, final int octets) {
        final long value;
        try {
            value = Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("it is no number", e);
        }
        if (value < -(1L << octets * 8 - 1) || value >= 1L << octets * 8) {
            throw new IllegalArgumentException("it has no place in " + octets + " octets");
        }
        return Arrays.copyOfRange(ByteBuffer.allocate(Long.BYTES).putLong(value).array(), Long.BYTES - octets,
            Long.BYTES);
    }

    private static byte[] routes(final String text) {
        final var parts = text.split(",", -1);
        if (parts.length % 2 != 0) {
            throw new IllegalArgumentException("a destination has no next hop");
        }
        final var out = new ByteArrayOutputStream();
        for (int i = 0; i < parts.length; i += 2) {
            out.writeBytes(route(Cidr.parse(parts[i].strip()), address(parts[i + 1])));
        }
        return out.toByteArray();
    }

    /** A route as RFC 3442 writes it: of the destination only the octets that its length covers. */
    static byte[] route(final Cidr destination, final IpAddress nexthop) {
        if (destination.address().version() != 4) {
            throw new IllegalArgumentException("'" + destination + "' is no IPv4 prefix");
        }
        final int octets = (destination.length() + 7) / 8;
        final var all = ByteBuffer.allocate(4).putInt((int) destination.first().low()).array();
        return ByteBuffer.allocate(1 + octets + 4).put((byte) destination.length()).put(all, 0, octets)
            .putInt((int) nexthop.low()).array();
    }

    private static byte[] names(final String text) {
        final var out = new ByteArrayOutputStream();
        for (final var name : text.split(",", -1)) {
            for (final var label : name.strip().replaceAll("\\.$", "").split("\\.", -1)) {
                final var octets = label.getBytes(StandardCharsets.UTF_8);
                if (octets.length < 1 || octets.length > 63) {
                    throw new IllegalArgumentException("'" + name + "' is no domain name");
                }
                out.write(octets.length);
                out.writeBytes(octets);
            }
            out.write(0);
        }
        return out.toByteArray();
    }

    private static byte[] octets(final String text) {
        if (!text.matches("[0-9a-fA-F]{1,2}(:[0-9a-fA-F]{1,2})+")) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        final var out = new ByteArrayOutputStream();
        Arrays.stream(text.split(":")).forEach(octet -> out.write(Integer.parseInt(octet, 16)));
        return out.toByteArray();
    }

    private static byte[] guess(final String text) {
        if (text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}(,[0-9]{1,3}(\\.[0-9]{1,3}){3})*")) {
            return addresses(text);
        }
        if (text.matches("[0-9]{1,10}")) {
            final long value = Long.parseLong(text);
            return number(text, value < 0x100 ? Byte.BYTES : value < 0x1_0000 ? Short.BYTES : Integer.BYTES);
        }
        return octets(text);
    }
}
