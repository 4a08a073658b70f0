/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.net;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** IP protocols by the numbers that IANA gave them and the names that Neutron's API gives them (neutron-lib, constants). */
public final class IpProtocol {
    /** RFC 792. */
    public static final int ICMP = 1;
    /** RFC 9293. */
    public static final int TCP = 6;
    /** RFC 768. */
    public static final int UDP = 17;
    /** RFC 4443. */
    public static final int ICMPV6 = 58;
    /** RFC 9260. */
    public static final int SCTP = 132;

    private static final int DCCP = 33;
    private static final int UDPLITE = 136;

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(Map.entry("ah", 51), Map.entry("dccp", DCCP),
        Map.entry("egp", 8), Map.entry("esp", 50), Map.entry("gre", 47), Map.entry("icmp", ICMP),
        Map.entry("icmpv6", ICMPV6), Map.entry("igmp", 2), Map.entry("ipip", 4), Map.entry("ipv6-encap", 41),
        Map.entry("ipv6-frag", 44), Map.entry("ipv6-icmp", ICMPV6), Map.entry("ipv6-nonxt", 59),
        Map.entry("ipv6-opts", 60), Map.entry("ipv6-route", 43), Map.entry("ospf", 89), Map.entry("pgm", 113),
        Map.entry("rsvp", 46), Map.entry("sctp", SCTP), Map.entry("tcp", TCP), Map.entry("udp", UDP),
        Map.entry("udplite", UDPLITE), Map.entry("vrrp", 112));
    private static final Map<Integer, String> NAMES = new TreeMap<>();

    static {
        NUMBERS.forEach((name, number) -> NAMES.merge(number, name,
            (one, other) -> one.compareTo(other) < 0 ? one : other));
    }

    private IpProtocol() {
    }

    /** The number of a protocol that Neutron has a name for, in whatever case. */
    public static OptionalInt number(final String name) {
        return Optional.ofNullable(NUMBERS.get(name.toLowerCase(Locale.ROOT)))
            .map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /** What to call a protocol. */
    public static String name(final int number) {
        return NAMES.getOrDefault(number, "protocol " + number);
    }

    /** Whether the protocol has ports. */
    public static boolean hasPorts(final int number) {
        return isSwitched(number) || number == DCCP || number == UDPLITE;
    }

    /** Whether Open vSwitch knows the protocol's ports (ovs-fields(7)). */
    public static boolean isSwitched(final int number) {
        return number == TCP || number == UDP || number == SCTP;
    }

    /** Whether the protocol is the ICMP of one of the IP versions. */
    public static boolean isIcmp(final int number) {
        return number == ICMP || number == ICMPV6;
    }
}
