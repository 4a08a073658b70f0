/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.net;

/**
 * A block of addresses: a prefix and its length (RFC 4632, RFC 4291).
 *
 * @param address an address of the block; the first one where {@link #isCanonical()}
 * @param length  how many leading bits are fixed, 0..32 or 0..128
 */
public record Cidr(IpAddress address, int length) {
    public Cidr {
        if (length < 0 || length > address.bits()) {
            throw new IllegalArgumentException(
                "Prefix length " + length + " is not in 0.." + address.bits() + " of IPv" + address.version());
        }
    }

    /**
     * Reads {@code ADDRESS/LENGTH}, or an address alone as the block of just that address.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static Cidr parse(final String text) {
        final int slash = text.indexOf('/');
        if (slash < 0) {
            final var address = IpAddress.parse(text);
            return new Cidr(address, address.bits());
        }
        return new Cidr(IpAddress.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /** The upper 64 bits of the mask; 0 for IPv4. */
    public long maskHigh() {
        return address.version() == 4 ? 0 : ones(Math.min(length, 64));
    }

    /** The lower 64 bits of the mask; for IPv4 the lower 32 of them. */
    public long maskLow() {
        return address.version() == 4 ? ones(length) >>> 32 : ones(Math.max(length - 64, 0));
    }

    private static long ones(final int count) {
        return count == 0 ? 0 : -1L << 64 - count;
    }

    /** The block's first address: its network address. */
    public IpAddress first() {
        return new IpAddress(address.version(), address.high() & maskHigh(), address.low() & maskLow());
    }

    /** The block's last address: for IPv4 its broadcast address. */
    public IpAddress last() {
        return address.version() == 4
            ? new IpAddress(4, 0, address.low() | ~maskLow() & 0xffff_ffffL)
            : new IpAddress(6, address.high() | ~maskHigh(), address.low() | ~maskLow());
    }

    /** Whether the address lies in the block; never for one of the other version. */
    public boolean contains(final IpAddress other) {
        return other.version() == address.version()
            && first().compareTo(other) <= 0 && other.compareTo(last()) <= 0;
    }

    /** Whether all bits after the prefix are 0. */
    public boolean isCanonical() {
        return first().equals(address);
    }

    @Override
    public String toString() {
        return address + "/" + length;
    }
}
