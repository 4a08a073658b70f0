/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Frames by hand, in hexadecimal. Checksums are left out: neither Open vSwitch nor a raw socket looks at them here. */
public final class Frames {
    private static final String BROADCAST = "ffffffffffff";
    private static final String PADDING = "00".repeat(18);

    private Frames() {
    }

    private static String mac(final String text) {
        return text.replace(":", "");
    }

    private static String address(final String text) {
        try {
            return HexFormat.of().formatHex(InetAddress.getByName(text).getAddress());
        } catch (final UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** RFC 826: an answer nobody asked for. */
    static String arpReply(final String mac, final String ip) {
        return BROADCAST + mac(mac) + "0806" + "0001080006040002" + mac(mac) + address(ip) + BROADCAST + address(ip)
            + PADDING;
    }

    /** An empty UDP datagram for all. */
    static String udp(final String mac, final String ip, final int from, final int to) {
        return BROADCAST + mac(mac) + "0800" + "4500001c00004000ff110000" + address(ip) + "ffffffff"
            + "%04x%04x00080000".formatted(from, to) + PADDING;
    }

    /** ICMPv6 for all nodes. */
    private static String icmpv6(final String mac, final String ip, final String message) {
        return "333300000001" + mac(mac) + "86dd" + "60000000%04x3aff".formatted(message.length() / 2) + address(ip)
            + address("ff02::1") + message;
    }

    /** RFC 4443 section 4.1. */
    static String echoRequest(final String mac, final String ip) {
        return icmpv6(mac, ip, "80000000" + "00010001");
    }

    /** RFC 4861 section 4.2: a router that lives for half an hour. */
    public static String routerAdvertisement(final String mac, final String ip) {
        return icmpv6(mac, ip, "86000000" + "40000708" + "00000000" + "00000000");
    }

    /** RFC 4861 section 4.4, with the option that says the link-layer address. */
    static String neighbourAdvertisement(final String mac, final String ip, final String target) {
        return icmpv6(mac, ip, "88000000" + "20000000" + address(target) + "0201" + mac(mac));
    }
}
