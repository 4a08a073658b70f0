/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.netty.buffer.ByteBufUtil;

/** Flows as a switch says that it holds them. */
final class FoundFlows {
    private FoundFlows() {
    }

    /** A flow of TenantNet's in a table, with a hash in its cookie, that sends to a port. */
    static byte[] bytes(final int table, final long hash, final int port) {
        return bytes(table, hash, port, 7);
    }

    /** The same, which so many packets met, so many seconds after it was made. */
    static byte[] bytes(final int table, final long hash, final int port, final int packets) {
        return ByteBufUtil.decodeHexDump(
            // Length, table, age; priority, timeouts, flags.
            "0050" + "%02x".formatted(table) + "00" + "%08x".formatted(packets) + "00000001" + "0064000000000000" + "00000000"
            // Cookie, packets, bytes; no conditions.
            + "544e%012x".formatted(hash) + "%016x".formatted(packets) + "%016x".formatted(60 * packets) + "0001000400000000"
            // Apply actions: output.
            + "0004001800000000" + "00000010" + "%08x".formatted(port) + "ffff000000000000");
    }
}
