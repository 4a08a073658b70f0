/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.packet;

/** The Internet checksum (RFC 1071). */
public final class Checksum {
    private Checksum() {
    }

    /** Adds up 16-bit words; a last odd octet counts as the upper half of one. */
    public static long sum(final byte[] bytes, final int from, final int length) {
        long sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (bytes[from + i] & 0xffL) << (i % 2 == 0 ? 8 : 0);
        }
        return sum;
    }

    /** The checksum of a sum. */
    public static short of(final long sum) {
        long folded = sum;
        while (folded >>> 16 != 0) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (short) ~folded;
    }
}
