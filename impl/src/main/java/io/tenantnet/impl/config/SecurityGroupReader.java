/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import static java.util.Objects.requireNonNullElse;

import io.tenantnet.impl.model.SecurityGroup;

/** Reads a security group. */
final class SecurityGroupReader {
    private SecurityGroupReader() {
    }

    static SecurityGroup read(final org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security
            .groups.SecurityGroup source) {
        final var uuid = source.getUuid().getValue();
        return new SecurityGroup(LeafReader.of("security group", uuid).uuid("uuid", uuid),
            requireNonNullElse(source.isStateful(), Boolean.TRUE));
    }
}
