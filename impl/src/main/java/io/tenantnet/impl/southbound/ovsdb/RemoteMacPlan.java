/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import io.tenantnet.impl.vtep.VtepWish.RemoteMac;
import io.tenantnet.impl.vtep.VtepWish;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The machines elsewhere. A row that is not wanted is removed only where it is known to be TenantNet's: it was wanted
 * before, leads to another VTEP, or has an IP address, as vtep-ctl writes none. Others may have added the rest.
 */
final class RemoteMacPlan {
    private final Map<Key, Row> present = new HashMap<>();
    private final VtepDraft draft;
    private final LogicalSwitchPlan switches;
    private final VtepMemory memory;
    private int removed;
    private int written;
    private String first = "";

    private record Key(UUID networkId, MacAddress mac) {
    }

    RemoteMacPlan(final VtepDraft draft, final LogicalSwitchPlan switches, final VtepMemory memory) {
        this.draft = draft;
        this.switches = switches;
        this.memory = memory;
    }

    void plan(final VtepWish wish) {
        memory.note(wish);
        draft.rows().rows(OvsTable.UCAST_MACS_REMOTE).forEach(row -> read(row, wish));
        final Set<Key> wanted = new HashSet<>();
        wish.networks().forEach((id, network) -> network.macs().forEach((mac, remote) -> {
            wanted.add(new Key(id, mac));
            write(new Key(id, mac), remote);
        }));
        memory.retain((id, mac) -> wanted.contains(new Key(id, mac)) || present.containsKey(new Key(id, mac)));
        if (removed > 0 || written > 0) {
            draft.say(removed + " addresses removed and " + written + " written, the first " + first);
        }
    }

    private void read(final Row row, final VtepWish wish) {
        final var uuid = row.text("logical_switch").orElse("");
        if (switches.isObsolete(uuid)) {
            remove(row);
            return;
        }
        final var key = switches.network(uuid).flatMap(id -> mac(row).map(mac -> new Key(id, mac)));
        if (key.isPresent()) {
            final boolean unwanted = !wish.networks().get(key.get().networkId()).macs().containsKey(key.get().mac());
            final boolean second = present.putIfAbsent(key.get(), row) != null;
            if (second || unwanted && isOurs(key.get(), row, wish)) {
                remove(row);
            }
        }
    }

    private boolean isOurs(final Key key, final Row row, final VtepWish wish) {
        return memory.holds(key.networkId(), key.mac()) || row.text("ipaddr").isPresent()
            || locator(row).flatMap(Addresses::parse).filter(wish.vteps()::contains).isPresent();
    }

    private void remove(final Row row) {
        if (!draft.isFull()) {
            draft.add(new Op.Delete(OvsTable.UCAST_MACS_REMOTE, row.uuid()));
            removed++;
            note(row.text("MAC").orElse(""));
        }
    }

    private void write(final Key key, final RemoteMac remote) {
        final var row = present.get(key);
        if (draft.isFull() || row != null && isRight(row, remote)) {
            return;
        }
        final var locator = draft.locator(remote.locator());
        written++;
        note(key.mac().toString());
        if (row == null) {
            draft.add(new Op.Insert(OvsTable.UCAST_MACS_REMOTE, "mac_" + written, Map.of("MAC", key.mac().toString(),
                "logical_switch", switches.reference(key.networkId()), "locator", locator, "ipaddr",
                remote.address())));
        } else {
            draft.add(new Op.Update(OvsTable.UCAST_MACS_REMOTE, row.uuid(),
                Map.of("locator", locator, "ipaddr", remote.address())));
        }
    }

    private boolean isRight(final Row row, final RemoteMac remote) {
        return row.text("ipaddr").orElse("").equals(remote.address())
            && locator(row).filter(remote.locator().toString()::equals).isPresent();
    }

    private Optional<String> locator(final Row row) {
        return draft.rows().referenced(row, "locator", OvsTable.PHYSICAL_LOCATOR).stream()
            .flatMap(locator -> locator.text("dst_ip").stream()).findFirst();
    }

    private static Optional<MacAddress> mac(final Row row) {
        try {
            return row.text("MAC").map(MacAddress::parse);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void note(final String mac) {
        if (first.isEmpty()) {
            first = mac;
        }
    }
}
