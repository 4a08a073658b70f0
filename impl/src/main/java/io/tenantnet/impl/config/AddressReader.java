/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;

/**
 * Reads the texts of one object's leaves as addresses.
 *
 * @param leaves the object's leaves
 */
record AddressReader(LeafReader leaves) {
    /** Reads a unicast MAC address. */
    MacAddress mac(final String leaf, final String text) {
        final MacAddress mac;
        try {
            mac = MacAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw leaves.refused(leaf, text, "is not a MAC address (six octets in hexadecimal, separated by colons)");
        }
        if (mac.equals(MacAddress.BROADCAST)) {
            throw leaves.refused(leaf, text, "is a broadcast address");
        }
        if (mac.isMulticast()) {
            throw leaves.refused(leaf, text, "is a multicast address");
        }
        if (mac.value() == 0) {
            throw leaves.refused(leaf, text, "is all zero");
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
            throw leaves.refused(leaf, text, "is a multicast address");
        }
        if (address.isUnspecified()) {
            throw leaves.refused(leaf, text, "is the unspecified address");
        }
        if (address.version() == 4 && address.low() == 0xffff_ffffL) {
            throw leaves.refused(leaf, text, "is a broadcast address");
        }
        if (isLoopback(address)) {
            throw leaves.refused(leaf, text, "is a loopback address");
        }
        return address;
    }

    /** Reads ADDRESS/LENGTH whose host bits are zero. */
    Cidr prefix(final String leaf, final String text) {
        final int slash = text.indexOf('/');
        if (slash < 0) {
            throw leaves.refused(leaf, text, "is not a prefix: the length is missing, as in 192.0.2.0/24");
        }
        final var address = parsedAddress(leaf, text, text.substring(0, slash),
            "is not a prefix: what stands before '/' is not an IPv4 or IPv6 address");
        final var length = text.substring(slash + 1);
        if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > address.bits()) {
            throw leaves.refused(leaf, text,
                "is not a prefix: the length of an IPv" + address.version() + " prefix is 0.." + address.bits());
        }
        final var cidr = new Cidr(address, Integer.parseInt(length));
        if (!cidr.isCanonical()) {
            throw leaves.refused(leaf, text,
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
            throw leaves.refused(leaf, value, why);
        }
        // An IPv4-mapped IPv6 address would be read as the IPv4 address, which is not what was written; a zone is local
        // to one machine; and digits of other scripts are digits to Java.
        if (address.version() == 4 && text.indexOf(':') >= 0 || text.indexOf('%') >= 0
                || text.chars().anyMatch(character -> character > 0x7f)) {
            throw leaves.refused(leaf, value, why);
        }
        return address;
    }
}
