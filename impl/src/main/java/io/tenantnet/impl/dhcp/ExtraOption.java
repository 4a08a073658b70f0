/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcp;

import io.tenantnet.impl.model.DhcpOption;
import java.util.Optional;

/**
 * An option that a port's machine is to be given, in Neutron's words (extra_dhcp_opts).
 *
 * @param code  its number; {@link DhcpOptions#NEXT_SERVER} for the next server
 * @param value its value; empty to keep it from the machine
 * @param ipxe  only for machines that boot from iPXE, or only for others; empty for all
 */
public record ExtraOption(int code, byte[] value, Optional<Boolean> ipxe) {
    /** How Ironic marks what is for iPXE, and what is not; dnsmasq's tags. */
    private static final String IPXE = "tag:ipxe,";
    private static final String NOT_IPXE = "tag:!ipxe,";
    private static final String NOT_IPXE_OLD = "!175,";

    /**
     * Reads an option.
     *
     * @throws IllegalArgumentException with the reason if there is no such option, or the value is none of its kind
     */
    public static ExtraOption of(final DhcpOption option) {
        var name = option.name().strip();
        Optional<Boolean> ipxe = Optional.empty();
        if (name.startsWith(IPXE)) {
            ipxe = Optional.of(true);
        } else if (name.startsWith(NOT_IPXE) || name.startsWith(NOT_IPXE_OLD)) {
            ipxe = Optional.of(false);
        }
        if (ipxe.isPresent()) {
            name = name.substring(name.indexOf(',') + 1);
        }
        final int code = code(name.startsWith("option:") ? name.substring("option:".length()) : name);
        if (option.value().isEmpty()) {
            return new ExtraOption(code, new byte[0], ipxe);
        }
        final var value = OptionKind.of(code).encode(option.value());
        if (code == DhcpOptions.NEXT_SERVER && value.length != 4) {
            throw new IllegalArgumentException("'" + option.value() + "' is more than one address");
        }
        return new ExtraOption(code, value, ipxe);
    }

    private static int code(final String name) {
        final var known = DhcpOptions.NUMBERS.get(name);
        if (known != null) {
            return known;
        }
        if (!name.matches("[0-9]{1,3}") || Integer.parseInt(name) > 254) {
            throw new IllegalArgumentException("there is no DHCP option of that name");
        }
        final int code = Integer.parseInt(name);
        if (DhcpOptions.OF_THE_PROTOCOL.contains(code)) {
            throw new IllegalArgumentException("it belongs to the protocol");
        }
        return code;
    }

    /** Whether it is for the client that sent a message. */
    boolean isFor(final DhcpMessage message) {
        return ipxe.isEmpty() || ipxe.get() == message.options().containsKey(DhcpOptions.IPXE);
    }
}
