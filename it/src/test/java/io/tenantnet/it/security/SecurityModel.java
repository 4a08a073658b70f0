/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.security;

import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.TenantModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Security groups, rules and ports in groups, as requests of their own. */
public record SecurityModel(TenantModel model) {
    public static String group(final int number) {
        return "c%07d-0000-4000-8000-000000000000".formatted(number);
    }

    private static String rule(final int number) {
        return "d%07d-0000-4000-8000-000000000000".formatted(number);
    }

    public void putGroup(final int number, final boolean stateful) {
        model.put("security-groups/security-group", Map.of("uuid", group(number), "stateful", stateful));
    }

    /** A rule; leaves are given as name and value, one after the other. */
    public void putRule(final int number, final int group, final String direction, final Object... leaves) {
        final var entry = new TreeMap<String, Object>(Map.of("uuid", rule(number), "security-group-id", group(group),
            "direction", direction));
        for (int index = 0; index < leaves.length; index += 2) {
            entry.put((String) leaves[index], leaves[index + 1]);
        }
        model.put("security-group-rules/security-group-rule", entry);
    }

    void deleteRule(final int number) {
        model.delete("security-group-rules/security-group-rule=" + rule(number));
    }

    static String ip6(final Machine machine) {
        return "2001:db8::" + machine.ip().substring(machine.ip().lastIndexOf('.') + 1);
    }

    /** The machine's port with an IPv6 address beside its own, in groups. */
    void putPort(final Machine machine, final int... groups) {
        final var entry = new TreeMap<>(machine.toJson());
        final var addresses = new ArrayList<Object>((List<?>) entry.get("fixed-ips"));
        addresses.add(Map.of("ip-address", ip6(machine)));
        entry.put("fixed-ips", addresses);
        final var uuids = new ArrayList<String>();
        for (final int number : groups) {
            uuids.add(group(number));
        }
        entry.put("security-group-ids", uuids);
        model.put("ports/port", entry);
    }
}
