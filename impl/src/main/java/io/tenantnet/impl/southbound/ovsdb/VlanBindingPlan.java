/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import io.tenantnet.impl.model.SwitchPort;
import io.tenantnet.impl.southbound.ovsdb.Op.Ref;
import io.tenantnet.impl.vtep.VtepWish;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The VLANs of physical ports. Who is in a tenant's network is for the model to say: a VLAN that leads into a logical
 * switch of TenantNet's and is not wanted goes, whoever made it. VLANs that lead elsewhere are left alone.
 */
final class VlanBindingPlan {
    private final Map<SwitchPort, Map<Long, UUID>> wanted = new HashMap<>();
    private final VtepDraft draft;
    private final LogicalSwitchPlan switches;

    VlanBindingPlan(final VtepDraft draft, final LogicalSwitchPlan switches, final VtepWish wish) {
        this.draft = draft;
        this.switches = switches;
        wish.networks().forEach((id, network) -> network.bindings().forEach((port, vlans) ->
            vlans.forEach(vlan -> wanted.computeIfAbsent(port, key -> new TreeMap<>()).put((long) vlan, id))));
    }

    void plan() {
        for (final var device : draft.rows().rows(OvsTable.PHYSICAL_SWITCH)) {
            for (final var port : draft.rows().referenced(device, "ports", OvsTable.PHYSICAL_PORT)) {
                plan(port, new SwitchPort(device.text("name").orElse(""), port.text("name").orElse("")));
            }
        }
    }

    private void plan(final Row row, final SwitchPort port) {
        final var here = wanted.getOrDefault(port, Map.of());
        final Map<Long, String> present = row.entries("vlan_bindings").entrySet().stream()
            .collect(Collectors.toMap(entry -> Long.valueOf(entry.getKey()), Map.Entry::getValue));
        final var gone = new TreeSet<Long>();
        present.forEach((vlan, uuid) -> {
            if (switches.isOurs(uuid) && !isRight(here.get(vlan), uuid)) {
                gone.add(vlan);
            }
        });
        final var added = new TreeMap<Long, Ref>();
        here.forEach((vlan, networkId) -> {
            final var uuid = present.get(vlan);
            if (uuid == null || gone.contains(vlan)) {
                added.put(vlan, switches.reference(networkId));
            }
        });
        if (!gone.isEmpty()) {
            draft.add(new Op.Remove(OvsTable.PHYSICAL_PORT, row.uuid(), "vlan_bindings", Set.copyOf(gone)));
            draft.say("VLANs " + gone + " of " + port + " removed");
        }
        if (!added.isEmpty()) {
            draft.add(new Op.Add(OvsTable.PHYSICAL_PORT, row.uuid(), "vlan_bindings", Map.copyOf(added)));
            draft.say("VLANs " + added.keySet() + " of " + port + " bound");
        }
    }

    private boolean isRight(final UUID networkId, final String uuid) {
        return networkId != null && switches.row(networkId).filter(uuid::equals).isPresent();
    }
}
