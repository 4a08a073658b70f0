/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.net;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A 48-bit IEEE 802 MAC address.
 *
 * @param value the address as a number, 0..2^48-1, the first octet the most significant
 */
public record MacAddress(long value) implements Comparable<MacAddress> {
    /** The broadcast address ff:ff:ff:ff:ff:ff. */
    public static final MacAddress BROADCAST = new MacAddress(0xffff_ffff_ffffL);

    private static final Pattern TEXT = Pattern.compile("[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}");
    private static final long LOCALLY_ADMINISTERED = 0x0200_0000_0000L;
    private static final long RANDOM_BITS = 0x00ff_ffff_ffffL;
    private static final long GROUP_BIT = 0x0100_0000_0000L;

    public MacAddress {
        if (value < 0 || value > 0xffff_ffff_ffffL) {
            throw new IllegalArgumentException("A MAC address has 48 bits: 0x" + Long.toHexString(value));
        }
    }

    /**
     * Reads six octets in hexadecimal, separated by colons, in either case.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static MacAddress parse(final String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a MAC address");
        }
        return new MacAddress(Long.parseLong(text.replace(":", ""), 16));
    }

    /**
     * An address for what was given none: locally administered (IEEE 802), and always the same for the same text. Two texts
     * have the same address with a probability of 1 in 2^40.
     */
    public static MacAddress derivedFrom(final String text) {
        return new MacAddress(LOCALLY_ADMINISTERED
            | Hashing.farmHashFingerprint64().hashString(text, StandardCharsets.UTF_8).asLong() & RANDOM_BITS);
    }

    /** Whether the address names a group of machines (IEEE 802: I/G bit), as broadcast does. */
    public boolean isMulticast() {
        return (value & GROUP_BIT) != 0;
    }

    /** The IPv6 link-local address that RFC 4862 with RFC 4291's modified EUI-64 derives from this address. */
    public IpAddress linkLocal() {
        final long high = value >>> 24;
        final long low = value & 0xff_ffffL;
        return new IpAddress(6, 0xfe80_0000_0000_0000L, (high ^ 0x02_0000L) << 40 | 0xff_fe00_0000L | low);
    }

    @Override
    public int compareTo(final MacAddress other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        final var text = new StringBuilder(17);
        for (int shift = 40; shift >= 0; shift -= 8) {
            final int octet = (int) (value >>> shift) & 0xff;
            text.append(Character.forDigit(octet >>> 4, 16)).append(Character.forDigit(octet & 0xf, 16));
            if (shift > 0) {
                text.append(':');
            }
        }
        return text.toString();
    }
}
