/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.southbound.ovsdb.Op.Ref;
import io.tenantnet.impl.vtep.VtepWish;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Where a switch sends broadcast, multicast and unknown unicast frames: the row unknown-dst of each logical switch of
 * TenantNet's. Rows of single multicast groups are not TenantNet's, and go only with their logical switch.
 */
final class FloodPlan {
    private static final String UNKNOWN = "unknown-dst";

    private final VtepDraft draft;
    private final LogicalSwitchPlan switches;

    FloodPlan(final VtepDraft draft, final LogicalSwitchPlan switches) {
        this.draft = draft;
        this.switches = switches;
    }

    void plan(final VtepWish wish) {
        final Map<UUID, Row> present = new HashMap<>();
        for (final var row : draft.rows().rows(OvsTable.MCAST_MACS_REMOTE)) {
            final var uuid = row.text("logical_switch").orElse("");
            final var network = switches.network(uuid);
            if (switches.isObsolete(uuid)) {
                draft.add(new Op.Delete(OvsTable.MCAST_MACS_REMOTE, row.uuid()));
                draft.say("destinations of what is flooded removed");
            } else if (network.isPresent() && row.text("MAC").filter(UNKNOWN::equals).isPresent()
                    && present.putIfAbsent(network.get(), row) != null) {
                draft.add(new Op.Delete(OvsTable.MCAST_MACS_REMOTE, row.uuid()));
                draft.say("second row " + UNKNOWN + " removed");
            }
        }
        wish.networks().forEach((id, network) -> plan(id, present.get(id), network.flood()));
    }

    private void plan(final UUID networkId, final Row present, final SortedSet<IpAddress> wanted) {
        final var before = present == null ? Set.<String>of() : draft.rows()
            .referenced(present, "locator_set", OvsTable.PHYSICAL_LOCATOR_SET).stream()
            .flatMap(set -> draft.rows().referenced(set, "locators", OvsTable.PHYSICAL_LOCATOR).stream())
            .flatMap(locator -> locator.text("dst_ip").stream()).collect(Collectors.toUnmodifiableSet());
        final var after = wanted.stream().map(IpAddress::toString).collect(Collectors.toUnmodifiableSet());
        if (before.equals(after)) {
            return;
        }
        draft.say("flooding of network " + networkId + " to " + wanted);
        if (wanted.isEmpty()) {
            draft.add(new Op.Delete(OvsTable.MCAST_MACS_REMOTE, present.uuid()));
            return;
        }
        // A set of locators cannot be changed: the schema says so.
        final var set = new Ref("flood_" + networkId.toString().replace('-', '_'));
        final List<Ref> locators = wanted.stream().map(draft::locator).toList();
        draft.add(new Op.Insert(OvsTable.PHYSICAL_LOCATOR_SET, set.id(), Map.of("locators", Set.copyOf(locators))));
        draft.add(present == null
            ? new Op.Insert(OvsTable.MCAST_MACS_REMOTE, "row_" + set.id(), Map.of("MAC", UNKNOWN, "ipaddr", "",
                "logical_switch", switches.reference(networkId), "locator_set", set))
            : new Op.Update(OvsTable.MCAST_MACS_REMOTE, present.uuid(), Map.of("locator_set", set)));
    }
}
