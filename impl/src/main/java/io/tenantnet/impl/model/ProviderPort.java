/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

/**
 * Where a host's br-int is joined to a physical network.
 *
 * @param device the bridge or interface that the host's mapping names
 * @param ofport the OpenFlow port of br-int that leads there
 */
public record ProviderPort(String device, int ofport) {
}
