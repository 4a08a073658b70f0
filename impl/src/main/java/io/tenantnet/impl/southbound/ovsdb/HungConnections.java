/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import java.util.Optional;

/** Tells which OpenFlow connections are of no use and have to be opened anew. May be called from any thread. */
@FunctionalInterface
public interface HungConnections {
    /**
     * The connection of a host's switch that hangs.
     *
     * @param hostId the host
     * @return its target, as {@link io.tenantnet.impl.model.Host#openFlow()} says it; empty where none hangs
     */
    Optional<String> of(String hostId);
}
