/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcpv6;

import io.tenantnet.impl.net.IpAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An identity association for addresses that do not change (RFC 8415 section 21.4): one interface of the client, as the
 * client sees it.
 *
 * @param id        the client's number for it
 * @param addresses the addresses that it has or would like to have
 */
record Association(int id, List<IpAddress> addresses) {
    /** The identifier and two times. */
    private static final int HEADER = 12;
    /** The address and two lifetimes. */
    private static final int ADDRESS = 24;
    /** RFC 8415 section 7.7. */
    private static final long FOR_EVER = 0xffff_ffffL;

    Association {
        addresses = List.copyOf(addresses);
    }

    /** Reads the option's value; empty if it is not well-formed. */
    static Optional<Association> parse(final byte[] value) {
        if (value.length < HEADER) {
            return Optional.empty();
        }
        final var in = ByteBuffer.wrap(value);
        final int id = in.getInt();
        in.position(HEADER);
        return Dhcpv6Option.parse(in).map(options -> {
            final var addresses = new ArrayList<IpAddress>();
            options.stream().filter(option -> option.code() == Dhcpv6Option.IA_ADDRESS && option.value().length >= ADDRESS)
                .map(option -> ByteBuffer.wrap(option.value()))
                .forEach(address -> addresses.add(new IpAddress(6, address.getLong(), address.getLong())));
            return new Association(id, addresses);
        });
    }

    /**
     * The answer that gives it addresses.
     *
     * @param given    the addresses
     * @param taken    the addresses that it had and may not use any more
     * @param lifetime of those that are given, in seconds, 0..4294967295; the last for ever
     */
    Dhcpv6Option give(final List<IpAddress> given, final List<IpAddress> taken, final long lifetime) {
        final var inside = new ArrayList<Dhcpv6Option>();
        given.forEach(address -> inside.add(address(address, lifetime)));
        taken.forEach(address -> inside.add(address(address, 0)));
        final boolean forEver = lifetime == FOR_EVER;
        // RFC 8415 section 21.4: to be renewed after half of the time, to be asked of any server after four fifths.
        return option(forEver ? FOR_EVER : lifetime / 2, forEver ? FOR_EVER : lifetime * 4 / 5, inside);
    }

    /** The answer that gives it nothing. */
    Dhcpv6Option refuse(final Dhcpv6Option.Status status) {
        return option(0, 0, List.of(Dhcpv6Option.ofStatus(status)));
    }

    private Dhcpv6Option option(final long renew, final long rebind, final List<Dhcpv6Option> inside) {
        final var rest = Dhcpv6Option.toBytes(inside);
        return new Dhcpv6Option(Dhcpv6Option.IA_NA, ByteBuffer.allocate(HEADER + rest.length).putInt(id)
            .putInt((int) renew).putInt((int) rebind).put(rest).array());
    }

    private static Dhcpv6Option address(final IpAddress address, final long lifetime) {
        return new Dhcpv6Option(Dhcpv6Option.IA_ADDRESS, ByteBuffer.allocate(ADDRESS).putLong(address.high())
            .putLong(address.low()).putInt((int) lifetime).putInt((int) lifetime).array());
    }
}
