/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import java.util.List;
import java.util.Set;

/**
 * What of TenantNet's a switch was seen to hold.
 *
 * @param flows  its flows
 * @param meters the ids of its meters
 */
public record SwitchContent(List<FoundFlow> flows, Set<Integer> meters) {
    public SwitchContent {
        flows = List.copyOf(flows);
        meters = Set.copyOf(meters);
    }
}
