/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.southbound.ovsdb.Op.Ref;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Sees to it that the integration bridge has this controller as its OpenFlow controller, and no former one of ours.
 * Controllers that others set stay.
 */
final class ControllerPlanner {
    private static final String NAME = "controller";
    private static final String OUT_OF_BAND = "out-of-band";

    private final Target wanted;
    private final Predicate<IpAddress> ownAddress;

    /**
     * Makes a planner.
     *
     * @param wanted     this controller, as the host reached it
     * @param ownAddress whether an address is one of this machine's
     */
    ControllerPlanner(final Target wanted, final Predicate<IpAddress> ownAddress) {
        this.wanted = requireNonNull(wanted);
        this.ownAddress = requireNonNull(ownAddress);
    }

    Target wanted() {
        return wanted;
    }

    /** The new row of the controller, for a bridge that refers to it as {@link #reference()}. */
    Op insert() {
        return new Op.Insert(OvsTable.CONTROLLER, NAME, Map.of("target", wanted.toString(),
            "connection_mode", OUT_OF_BAND, "external_ids", Stamp.EXTERNAL_IDS));
    }

    Ref reference() {
        return new Ref(NAME);
    }

    /** What an existing bridge's controllers lack. */
    Plan plan(final Rows rows, final Row bridge) {
        final var operations = new ArrayList<Op>();
        final var notices = new ArrayList<String>();
        final var leftover = new ArrayList<Ref>();
        final var members = members(rows);
        boolean present = false;
        for (var row : rows.referenced(bridge, "controller", OvsTable.CONTROLLER)) {
            final var text = row.text("target").orElse("");
            final var target = Target.parse(text, Target.OPENFLOW_PORT);
            final boolean same = target.filter(wanted::equals).isPresent();
            if (same && !present) {
                present = true;
                if (Stamp.isOn(row) && row.text("connection_mode").filter(OUT_OF_BAND::equals).isEmpty()) {
                    operations.add(new Op.Update(OvsTable.CONTROLLER, row.uuid(),
                        Map.of("connection_mode", OUT_OF_BAND)));
                }
            } else if (Stamp.isOn(row)) {
                if (same || target.filter(other -> members.contains(other.address())).isEmpty()) {
                    leftover.add(new Ref(row.uuid()));
                }
            } else if (!same) {
                notices.add("br-int also has the controller " + text + ", which is not TenantNet's and is left alone");
            }
        }
        if (!present) {
            operations.add(insert());
            operations.add(new Op.Add(OvsTable.BRIDGE, bridge.uuid(), "controller", Set.of(reference())));
        }
        if (!leftover.isEmpty()) {
            operations.add(new Op.Remove(OvsTable.BRIDGE, bridge.uuid(), "controller", Set.copyOf(leftover)));
        }
        return new Plan(operations, "controller " + wanted, Optional.empty(), notices);
    }

    /**
     * In a cluster each member keeps its own controller on a host that has all members as managers. A manager at
     * another address of this machine is no other member: two controllers would be two connections to the same one.
     */
    private Set<String> members(final Rows rows) {
        return rows.rows(OvsTable.MANAGER).stream().flatMap(row -> row.text("target").stream())
            .flatMap(text -> Target.parse(text, Target.OVSDB_PORT).stream()).map(Target::address)
            .filter(address -> Addresses.parse(address).filter(ownAddress).isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    }
}
