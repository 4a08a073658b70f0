/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.measure;

import io.tenantnet.it.model.TenantModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A stateful security group whose members reach one another, for all ports of a measurement. */
final class CommonGroup {
    static final String ID = "00000001-0000-4000-8000-00000000000f";

    private CommonGroup() {
        // Not to be made.
    }

    static void put(final TenantModel model) {
        model.put("security-groups/security-group", Map.of("uuid", ID, "stateful", true));
        for (final var direction : List.of("ingress", "egress")) {
            final var rule = new TreeMap<String, Object>(Map.of("security-group-id", ID, "direction", direction,
                "uuid", UUID.nameUUIDFromBytes(direction.getBytes(StandardCharsets.US_ASCII)).toString()));
            if (direction.equals("ingress")) {
                rule.put("remote-group-id", ID);
            }
            model.put("security-group-rules/security-group-rule", rule);
        }
    }
}
