/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.flow;

import io.tenantnet.impl.net.IpAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How connection tracking translates addresses (ovs-actions(7), ct, nat): IPv4 only.
 *
 * @param side    which address of a new connection is changed; empty to do with the packet what was decided for its
 *                connection, and nothing where nothing was
 * @param address the address that is put in its place; empty where side is
 * @param port    the port that is put in place of that side's; empty to keep it, unless it is taken already
 */
public record Nat(Optional<Side> side, Optional<IpAddress> address, OptionalInt port) {
    /** Does what was decided for the packet's connection. */
    public static final Nat AS_DECIDED = new Nat(Optional.empty(), Optional.empty(), OptionalInt.empty());

    public Nat {
        if (side.isPresent() != address.isPresent() || side.isEmpty() && port.isPresent()) {
            throw new IllegalArgumentException("A side and its address belong together");
        }
        if (address.isPresent() && address.get().version() != 4) {
            throw new IllegalArgumentException("No translation of IPv6 to " + address.get());
        }
    }

    /** Gives connections another source address; ports are changed where two connections would be the same. */
    public static Nat source(final IpAddress address) {
        return new Nat(Optional.of(Side.SOURCE), Optional.of(address), OptionalInt.empty());
    }

    /** Gives connections another destination. */
    public static Nat destination(final IpAddress address, final int port) {
        return new Nat(Optional.of(Side.DESTINATION), Optional.of(address), OptionalInt.of(port));
    }

    @Override
    public String toString() {
        return side.isEmpty() ? "nat" : "nat(" + (side.get() == Side.SOURCE ? "src=" : "dst=") + address.get()
            + (port.isPresent() ? ":" + port.getAsInt() : "") + ")";
    }

    /** One end of a connection, as its first packet has it. */
    public enum Side {
        /** Who opened it. */
        SOURCE,
        /** Whom it was opened to. */
        DESTINATION
    }
}
