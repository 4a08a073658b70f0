/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import io.tenantnet.impl.model.Host;

/**
 * What all connections of hosts share.
 *
 * @param reader   reads hosts
 * @param registry knows which are connected
 * @param hung     knows whose OpenFlow connections hang
 */
record HostParts(PresenceReader<Host> reader, Registry<Host> registry, HungConnections hung) {
}
