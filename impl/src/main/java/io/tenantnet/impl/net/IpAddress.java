/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.net;

import com.google.common.net.InetAddresses;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * An IPv4 or IPv6 address, ordered as a number within its version.
 *
 * @param version 4 or 6
 * @param high    the upper 64 bits; 0 for IPv4
 * @param low     the lower 64 bits; for IPv4 the lower 32 of them
 */
public record IpAddress(int version, long high, long low) implements Comparable<IpAddress> {
    public IpAddress {
        if (version != 4 && version != 6) {
            throw new IllegalArgumentException("IP version " + version + " is neither 4 nor 6");
        }
        if (version == 4 && (high != 0 || low >>> 32 != 0)) {
            throw new IllegalArgumentException("An IPv4 address has 32 bits");
        }
    }

    /**
     * Reads an address in its usual text form, without a zone.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static IpAddress parse(final String text) {
        return of(InetAddresses.forString(text));
    }

    private static IpAddress of(final InetAddress address) {
        final var bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet4Address ? new IpAddress(4, 0, Integer.toUnsignedLong(bytes.getInt()))
            : new IpAddress(6, bytes.getLong(), bytes.getLong());
    }

    /** How many bits the address has: 32 or 128. */
    public int bits() {
        return version == 4 ? 32 : 128;
    }

    /** Whether the address is IPv4 multicast (RFC 5771) or IPv6 multicast (RFC 4291). */
    public boolean isMulticast() {
        return version == 4 ? low >>> 28 == 0xe : high >>> 56 == 0xff;
    }

    /** Whether the address is the one with every bit 0. */
    public boolean isUnspecified() {
        return high == 0 && low == 0;
    }

    @Override
    public int compareTo(final IpAddress other) {
        if (version != other.version) {
            return Integer.compare(version, other.version);
        }
        final int upper = Long.compareUnsigned(high, other.high);
        return upper != 0 ? upper : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        final var bytes = version == 4 ? ByteBuffer.allocate(4).putInt((int) low)
            : ByteBuffer.allocate(16).putLong(high).putLong(low);
        try {
            return InetAddresses.toAddrString(InetAddress.getByAddress(bytes.array()));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 and 16 octets always make an address", e);
        }
    }
}
