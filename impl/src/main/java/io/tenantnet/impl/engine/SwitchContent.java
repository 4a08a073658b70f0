/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.flow.Meter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of TenantNet's a switch was seen to hold.
 *
 * @param flows  its flows
 * @param meters its meters by their ids; empty is one that says what none of TenantNet's ever says
 */
public record SwitchContent(List<FoundFlow> flows, Map<Integer, Optional<Meter>> meters) {
    public SwitchContent {
        flows = List.copyOf(flows);
        meters = Map.copyOf(meters);
    }
}
