/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.net.IpAddress;
import java.util.UUID;

/**
 * A floating IP that stands for a port's address.
 *
 * @param id      its uuid
 * @param outside its address outside, and the host where addresses are exchanged
 * @param router  the router between
 * @param zone    that router's zone
 * @param entry   the router's interface in the port's network
 * @param port    the port
 * @param inside  the port's address
 */
public record FloatingAddress(UUID id, OutsideAddress outside, UUID router, int zone, RouterInterface entry,
        BoundPort port, IpAddress inside) {
}
