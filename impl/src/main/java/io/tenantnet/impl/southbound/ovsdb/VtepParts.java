/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import io.tenantnet.impl.model.Vtep;

/**
 * What all connections of hardware VTEPs share.
 *
 * @param reader   reads their databases
 * @param registry knows which are connected
 * @param wishes   what these are to hold
 */
record VtepParts(PresenceReader<Vtep> reader, Registry<Vtep> registry, VtepWishes wishes) {
}
