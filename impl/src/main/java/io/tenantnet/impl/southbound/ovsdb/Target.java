/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import io.tenantnet.impl.net.IpAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A connection target such as tcp:192.0.2.1:6653 or ssl:[2001:db8::1]:6640; see Controller and Manager in
 * ovs-vswitchd.conf.db(5).
 *
 * @param protocol tcp or ssl
 * @param address  an address, without brackets and in canonical form, or a host name
 * @param port     1..65535
 */
record Target(String protocol, String address, int port) {
    /** The port that Open vSwitch takes for OpenFlow where a target names none. */
    static final int OPENFLOW_PORT = 6653;

    /** The port that Open vSwitch takes for OVSDB where a target names none. */
    static final int OVSDB_PORT = 6640;

    private static final Pattern FORM = Pattern.compile("(tcp|ssl):(?:\\[([^\\]]+)\\]|([^:]+))(?::([0-9]{1,5}))?");

    /** The OpenFlow controller at an address. */
    static Target openflow(final IpAddress address) {
        return new Target("tcp", address.toString(), OPENFLOW_PORT);
    }

    /** Reads an active target; empty for a passive one (ptcp:) or any other text. */
    static Optional<Target> parse(final String text, final int defaultPort) {
        final var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        final var address = form.group(2) != null ? form.group(2) : form.group(3);
        return Optional.of(new Target(form.group(1), Addresses.parse(address).map(IpAddress::toString).orElse(address),
            form.group(4) == null ? defaultPort : Integer.parseInt(form.group(4))));
    }

    /**
     * Another text that means the same as one of this target at {@link #OPENFLOW_PORT}. Open vSwitch compares the texts, and
     * takes it for another target.
     */
    String otherFormOf(final String text) {
        final var whole = toString();
        return text.equals(whole) ? whole.substring(0, whole.lastIndexOf(':')) : whole;
    }

    /** The form that Open vSwitch reads. */
    @Override
    public String toString() {
        return protocol + ':' + (address.indexOf(':') < 0 ? address : '[' + address + ']') + ':' + port;
    }
}
