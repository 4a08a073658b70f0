/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tenant network of a test with one subnet. The addresses of all networks are those of 10.0.0.0/24, so that only the
 * controller keeps their machines apart.
 */
public record Network(int number, int vni) {
    public static final String CIDR = "10.0.0.0/24";

    public String uuid() {
        return "a%07d-0000-4000-8000-000000000000".formatted(number);
    }

    public String subnetUuid() {
        return "b%07d-0000-4000-8000-000000000000".formatted(number);
    }

    /** A machine of this network; what is derived from its number is unique in all networks. */
    public Machine machine(final int address) {
        return Machine.of(this, address);
    }

    public Map<String, Object> toJson() {
        return new TreeMap<>(Map.of("uuid", uuid(), "name", "net" + number, "segmentation-id", vni));
    }

    public Map<String, Object> subnetJson() {
        return new TreeMap<>(Map.of("uuid", subnetUuid(), "network-id", uuid(), "cidr", CIDR,
            "gateway-ip", "10.0.0.254",
            "allocation-pools", List.of(Map.of("start", "10.0.0.1", "end", "10.0.0.253"))));
    }
}
