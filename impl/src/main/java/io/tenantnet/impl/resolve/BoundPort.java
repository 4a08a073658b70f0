/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Port;

/**
 * A port whose interface was found.
 *
 * @param port          the port
 * @param segment       its network
 * @param hostId        the host of the interface
 * @param interfaceName the interface
 * @param ofport        its OpenFlow port number on that host's br-int
 */
public record BoundPort(Port port, Segment segment, String hostId, String interfaceName, int ofport) {
    /** Whether source addresses are checked: the port's own wish, else its network's default. */
    public boolean portSecurity() {
        return port.portSecurity().orElse(segment.network().portSecurity());
    }
}
