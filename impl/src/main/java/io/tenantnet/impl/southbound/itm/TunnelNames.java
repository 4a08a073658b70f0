/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import java.util.Optional;
import java.util.regex.Pattern;

/** The names that ITM gives to tunnels, and of which it and Genius' interface manager make other names. */
final class TunnelNames {
    private static final Pattern NAME = Pattern.compile("tun[0-9a-f]{11}");

    private TunnelNames() {
    }

    /** The first tunnel's name in a text. */
    static Optional<String> find(final String text) {
        final var matcher = NAME.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
