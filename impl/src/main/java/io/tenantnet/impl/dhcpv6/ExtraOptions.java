/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcpv6;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import io.tenantnet.impl.model.DhcpOption;
import io.tenantnet.impl.net.IpAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the DHCPv6 options that a port's machine is to be given, in Neutron's words (extra_dhcp_opts). */
public final class ExtraOptions {
    /** IANA's numbers under the names of dnsmasq, which Neutron hands on to it. */
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(entry("sip-server-domain", 21),
        entry("sip-server", 22), entry("dns-server", 23), entry("domain-search", 24), entry("nis-server", 27),
        entry("nis+-server", 28), entry("nis-domain", 29), entry("nis+-domain", 30), entry("sntp-server", 31),
        entry("information-refresh-time", 32), entry("FQDN", 39), entry("ntp-server", 56), entry("bootfile-url", 59),
        entry("bootfile-param", 60));
    private static final List<Integer> NAMES = List.of(21, 24, 29, 30);
    private static final List<Integer> ADDRESSES = List.of(22, 23, 27, 28, 31);
    private static final int REFRESH_TIME = 32;
    /** What the protocol itself uses (RFC 8415 section 21). */
    private static final int LAST_OF_PROTOCOL = 20;
    private static final int PREFIXES = 25;
    private static final int PREFIX = 26;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final Pattern OCTETS = Pattern.compile("[0-9a-fA-F]{2}(:[0-9a-fA-F]{2})+");
    private static final Pattern DOMAIN = Pattern.compile("[!-~&&[^.]]{1,63}(\\.[!-~&&[^.]]{1,63})*\\.?");

    private ExtraOptions() {
    }

    /**
     * Reads an option.
     *
     * @return the option, with a value of no octets where the machine is not to be given it
     * @throws IllegalArgumentException with the reason if there is no such option, or the value is none of its kind
     */
    static Dhcpv6Option of(final DhcpOption option) {
        final var name = option.name().strip();
        final int code = code(name.startsWith("option6:") ? name.substring("option6:".length()) : name);
        final var value = option.value().strip();
        if (value.isEmpty()) {
            return new Dhcpv6Option(code, new byte[0]);
        }
        final var parts = Arrays.stream(value.split(",")).map(String::strip).toList();
        if (NAMES.contains(code)) {
            return names(code, parts);
        }
        if (ADDRESSES.contains(code)) {
            return Dhcpv6Option.ofAddresses(code, parts.stream().map(ExtraOptions::address).toList());
        }
        if (code == REFRESH_TIME) {
            return new Dhcpv6Option(code, ByteBuffer.allocate(4).putInt(Integer.parseUnsignedInt(value)).array());
        }
        if (OCTETS.matcher(value).matches()) {
            return new Dhcpv6Option(code, HexFormat.ofDelimiter(":").parseHex(value));
        }
        return new Dhcpv6Option(code, value.getBytes(UTF_8));
    }

    private static int code(final String name) {
        final var known = NUMBERS.get(name);
        if (known != null) {
            return known;
        }
        if (!NUMBER.matcher(name).matches() || Integer.parseInt(name) > 0xffff) {
            throw new IllegalArgumentException("there is no DHCPv6 option of that name");
        }
        final int code = Integer.parseInt(name);
        if (code <= LAST_OF_PROTOCOL || code == PREFIXES || code == PREFIX) {
            throw new IllegalArgumentException("it belongs to the protocol");
        }
        return code;
    }

    private static Dhcpv6Option names(final int code, final List<String> names) {
        names.stream().filter(name -> name.length() > 253 || !DOMAIN.matcher(name).matches()).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("'" + name + "' is no domain name");
        });
        return Dhcpv6Option.ofNames(code, names);
    }

    /** An IPv6 address, in brackets as dnsmasq wants it or without. */
    private static IpAddress address(final String text) {
        final var bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        final var address = IpAddress.parse(bare);
        if (address.version() != 6) {
            throw new IllegalArgumentException("'" + text + "' is no IPv6 address");
        }
        return address;
    }

    /** Why an option cannot be given. */
    public static Optional<String> problem(final DhcpOption option) {
        try {
            of(option);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("extra-dhcp-opts " + option.name() + " '" + option.value() + "': " + e.getMessage());
        }
    }
}
