/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.model.Uuids;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.UUID;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Reads the texts of one object's leaves.
 *
 * @param object the object, as messages name it
 */
record LeafReader(String object) {
    LeafReader {
        requireNonNull(object);
    }

    /** Makes the reader of an object of a kind that has the given uuid. */
    static LeafReader of(final String kind, final String uuid) {
        return new LeafReader(kind + " " + shown(uuid));
    }

    private static String shown(final String uuid) {
        return Uuids.parse(uuid).isPresent() ? uuid : InvalidLeafException.quote(uuid);
    }

    InvalidLeafException refused(final String leaf, final Object value, final String why) {
        return new InvalidLeafException(object, leaf, value.toString(), why);
    }

    InvalidLeafException missing(final String leaf, final String why) {
        return InvalidLeafException.missing(object, leaf, why);
    }

    <T> T needed(final String leaf, final @Nullable T value) {
        if (value == null) {
            throw missing(leaf, "");
        }
        return value;
    }

    UUID uuid(final String leaf, final String text) {
        return Uuids.parse(text).orElseThrow(() -> refused(leaf, text,
            "is not a UUID (32 hexadecimal digits, with dashes as 8-4-4-4-12 or without)"));
    }

    /** Reads a unicast MAC address. */
    MacAddress mac(final String leaf, final String text) {
        final MacAddress mac;
        try {
            mac = MacAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw refused(leaf, text, "is not a MAC address (six octets in hexadecimal, separated by colons)");
        }
        if (mac.equals(MacAddress.BROADCAST)) {
            throw refused(leaf, text, "is a broadcast address");
        }
        if (mac.isMulticast()) {
            throw refused(leaf, text, "is a multicast address");
        }
        if (mac.value() == 0) {
            throw refused(leaf, text, "is all zero");
        }
        return mac;
    }

    /** Reads an IPv4 or IPv6 address of whatever kind. */
    IpAddress address(final String leaf, final String text) {
        return parsedAddress(leaf, text, text, "is not an IPv4 or IPv6 address");
    }

    /** Reads an address that one machine can have. */
    IpAddress unicast(final String leaf, final String text) {
        final var address = address(leaf, text);
        if (address.isMulticast()) {
            throw refused(leaf, text, "is a multicast address");
        }
        if (address.isUnspecified()) {
            throw refused(leaf, text, "is the unspecified address");
        }
        if (address.version() == 4 && address.low() == 0xffff_ffffL) {
            throw refused(leaf, text, "is a broadcast address");
        }
        if (isLoopback(address)) {
            throw refused(leaf, text, "is a loopback address");
        }
        return address;
    }

    /** Reads ADDRESS/LENGTH whose host bits are zero. */
    Cidr prefix(final String leaf, final String text) {
        final int slash = text.indexOf('/');
        if (slash < 0) {
            throw refused(leaf, text, "is not a prefix: the length is missing, as in 192.0.2.0/24");
        }
        final var address = parsedAddress(leaf, text, text.substring(0, slash),
            "is not a prefix: what stands before '/' is not an IPv4 or IPv6 address");
        final var length = text.substring(slash + 1);
        if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > address.bits()) {
            throw refused(leaf, text,
                "is not a prefix: the length of an IPv" + address.version() + " prefix is 0.." + address.bits());
        }
        final var cidr = new Cidr(address, Integer.parseInt(length));
        if (!cidr.isCanonical()) {
            throw refused(leaf, text,
                "has host bits: the prefix is " + new Cidr(cidr.first(), cidr.length()));
        }
        return cidr;
    }

    static boolean isLoopback(final IpAddress address) {
        return address.version() == 4 ? address.low() >>> 24 == 127 : address.high() == 0 && address.low() == 1;
    }

    private IpAddress parsedAddress(final String leaf, final String value, final String text, final String why) {
        final IpAddress address;
        try {
            address = IpAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw refused(leaf, value, why);
        }
        // An IPv4-mapped IPv6 address would be read as the IPv4 address, which is not what was written; a zone is local
        // to one machine; and digits of other scripts are digits to Java.
        if (address.version() == 4 && text.indexOf(':') >= 0 || text.indexOf('%') >= 0
                || text.chars().anyMatch(character -> character > 0x7f)) {
            throw refused(leaf, value, why);
        }
        return address;
    }
}
