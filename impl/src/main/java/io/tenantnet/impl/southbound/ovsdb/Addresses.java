/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import io.tenantnet.impl.net.IpAddress;
import java.util.Optional;

/** Reads addresses that an operator typed on a host, where a mistake is no reason for an exception. */
final class Addresses {
    private Addresses() {
    }

    static Optional<IpAddress> parse(final String text) {
        try {
            return Optional.of(IpAddress.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
