/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.status;

import static java.util.Objects.requireNonNullElse;

import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Port;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.ObjectStatus;

/**
 * How a port of the tenant model fares, and where.
 *
 * @param status its status
 * @param host   the host that has its interface, or an empty text
 */
record PortPlace(ObjectStatus status, String host) {
    static PortPlace of(final Port port) {
        return new PortPlace(requireNonNullElse(port.getStatus(), ObjectStatus.DOWN),
            requireNonNullElse(port.getHostId(), ""));
    }
}
