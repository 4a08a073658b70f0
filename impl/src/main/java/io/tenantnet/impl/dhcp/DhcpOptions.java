/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcp;

import java.util.Map;
import java.util.Set;

/** Options by the numbers that IANA gave them; RFC 2132 where nothing else is said. */
final class DhcpOptions {
    static final int NETMASK = 1;
    static final int ROUTER = 3;
    static final int DNS = 6;
    static final int DOMAIN = 15;
    static final int MTU = 26;
    static final int BROADCAST = 28;
    static final int REQUESTED_ADDRESS = 50;
    static final int LEASE_TIME = 51;
    static final int OVERLOAD = 52;
    static final int MESSAGE_TYPE = 53;
    static final int SERVER = 54;
    static final int PARAMETERS = 55;
    static final int MESSAGE = 56;
    static final int MAX_SIZE = 57;
    static final int T1 = 58;
    static final int T2 = 59;
    static final int CLIENT_ID = 61;
    static final int TFTP_SERVER = 66;
    static final int BOOTFILE = 67;
    /** RFC 3442. */
    static final int ROUTES = 121;
    /** Option 121 under the number that Windows before Vista asks for (MS-DHCPE section 2.2.8). */
    static final int MICROSOFT_ROUTES = 249;
    /** iPXE's own: who sends it is iPXE. */
    static final int IPXE = 175;
    /** No option: the field siaddr, which dnsmasq names like one. */
    static final int NEXT_SERVER = 255;

    /** Those that say what a message is, and are not a network's to set. */
    static final Set<Integer> OF_THE_PROTOCOL = Set.of(0, REQUESTED_ADDRESS, OVERLOAD, MESSAGE_TYPE, SERVER, PARAMETERS,
        MESSAGE, MAX_SIZE, CLIENT_ID, 82);

    /** The names that dnsmasq has for them (dnsmasq --help dhcp), which are Neutron's. */
    static final Map<String, Integer> NUMBERS = Map.ofEntries(Map.entry("netmask", NETMASK),
        Map.entry("time-offset", 2), Map.entry("router", ROUTER), Map.entry("dns-server", DNS),
        Map.entry("log-server", 7), Map.entry("lpr-server", 9), Map.entry("hostname", 12),
        Map.entry("boot-file-size", 13), Map.entry("domain-name", DOMAIN), Map.entry("swap-server", 16),
        Map.entry("root-path", 17), Map.entry("extension-path", 18), Map.entry("ip-forward-enable", 19),
        Map.entry("non-local-source-routing", 20), Map.entry("policy-filter", 21),
        Map.entry("max-datagram-reassembly", 22), Map.entry("default-ttl", 23), Map.entry("mtu", MTU),
        Map.entry("all-subnets-local", 27), Map.entry("broadcast", BROADCAST), Map.entry("router-discovery", 31),
        Map.entry("router-solicitation", 32), Map.entry("static-route", 33), Map.entry("trailer-encapsulation", 34),
        Map.entry("arp-timeout", 35), Map.entry("ethernet-encap", 36), Map.entry("tcp-ttl", 37),
        Map.entry("tcp-keepalive", 38), Map.entry("nis-domain", 40), Map.entry("nis-server", 41),
        Map.entry("ntp-server", 42), Map.entry("vendor-encap", 43), Map.entry("netbios-ns", 44),
        Map.entry("netbios-dd", 45), Map.entry("netbios-nodetype", 46), Map.entry("netbios-scope", 47),
        Map.entry("x-windows-fs", 48), Map.entry("x-windows-dm", 49), Map.entry("lease-time", LEASE_TIME),
        Map.entry("t1", T1), Map.entry("t2", T2), Map.entry("vendor-class", 60), Map.entry("nis+-domain", 64),
        Map.entry("nis+-server", 65), Map.entry("tftp-server", TFTP_SERVER), Map.entry("bootfile-name", BOOTFILE),
        Map.entry("mobile-ip-home", 68), Map.entry("smtp-server", 69), Map.entry("pop3-server", 70),
        Map.entry("nntp-server", 71), Map.entry("irc-server", 74), Map.entry("posix-timezone", 100),
        Map.entry("tzdb-timezone", 101), Map.entry("captive-portal", 114), Map.entry("domain-search", 119),
        Map.entry("sip-server", 120), Map.entry("classless-static-route", ROUTES), Map.entry("tftp-server-address", 150),
        Map.entry("server-ip-address", NEXT_SERVER));

    private DhcpOptions() {
    }
}
