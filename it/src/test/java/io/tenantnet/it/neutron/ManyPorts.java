/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.neutron;

import java.util.List;
import java.util.Map;

/** A network with more ports than there are machines for. */
final class ManyPorts {
    static final String NETWORK = "c0000000-0000-4000-8000-000000000000";

    private final Neutron neutron;

    ManyPorts(final Neutron neutron) {
        this.neutron = neutron;
    }

    void makeNetwork() {
        neutron.post("networks", "network", Map.of("id", NETWORK, "provider:network_type", "vxlan",
            "provider:segmentation_id", 5900)).expectSuccess();
    }

    static String id(final int number) {
        return "d0000000-0000-4000-8000-%012d".formatted(number);
    }

    /** Makes a port; what it returns is the status of the answer. */
    int make(final int number) {
        return neutron.post("ports", "port", Map.of("id", id(number), "network_id", NETWORK,
            "mac_address", "fa:16:3f:00:%02x:%02x".formatted(number >> 8, number & 255),
            "fixed_ips", List.of(Map.of("ip_address", "10.9.%d.%d".formatted(number / 250, number % 250 + 1))),
            "device_owner", "compute:nova", "binding:vif_type", "unbound", "binding:profile", "{}",
            "tenant_id", "1".repeat(32), "security_groups", List.of())).status();
    }
}
