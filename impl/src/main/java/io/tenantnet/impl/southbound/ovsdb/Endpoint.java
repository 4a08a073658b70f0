/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import io.tenantnet.impl.net.IpAddress;

/**
 * The two ends of a host's OVSDB connection.
 *
 * @param local      the address at which the host reached this controller
 * @param remote     the address that the host came from
 * @param remotePort the port that the host came from
 */
record Endpoint(IpAddress local, IpAddress remote, int remotePort) {
    @Override
    public String toString() {
        return (remote.version() == 4 ? remote.toString() : "[" + remote + ']') + ':' + remotePort;
    }
}
