/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.net;

/**
 * The addresses from one to another, both included.
 *
 * @param start the first address
 * @param end   the last address, of the same version
 */
public record AddressRange(IpAddress start, IpAddress end) {
    /** Whether an address is in both ranges. */
    public boolean overlaps(final AddressRange other) {
        return start.compareTo(other.end) <= 0 && other.start.compareTo(end) <= 0;
    }

    @Override
    public String toString() {
        return start + "-" + end;
    }
}
