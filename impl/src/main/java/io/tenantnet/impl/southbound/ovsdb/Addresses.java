/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import com.google.common.net.InetAddresses;
import io.tenantnet.impl.net.IpAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Addresses as operators type them, where a mistake is no reason for an exception, and this machine's. */
final class Addresses {
    private static final Logger LOG = LoggerFactory.getLogger(Addresses.class);

    private Addresses() {
    }

    /** Whether an address is one of this machine's. */
    static boolean isOwn(final IpAddress address) {
        try {
            return NetworkInterface.getByInetAddress(InetAddresses.forString(address.toString())) != null;
        } catch (SocketException e) {
            LOG.debug("Cannot tell whether {} is an address of this machine", address, e);
            return false;
        }
    }

    static Optional<IpAddress> parse(final String text) {
        try {
            return Optional.of(IpAddress.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
