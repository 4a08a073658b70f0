/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.southbound.ovsdb.Op.Ref;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sees to it that the integration bridge has this controller as its OpenFlow controller, and no former one of ours.
 * Controllers that others set stay.
 */
final class ControllerPlanner {
    private static final String NAME = "controller";
    private static final String OUT_OF_BAND = "out-of-band";

    private final Target wanted;

    ControllerPlanner(final Target wanted) {
        this.wanted = requireNonNull(wanted);
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
        final var members = managers(rows);
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
                // In a cluster every member that the host has as a manager keeps its own controller here.
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

    private static Set<String> managers(final Rows rows) {
        return rows.rows(OvsTable.MANAGER).stream().flatMap(row -> row.text("target").stream())
            .flatMap(text -> Target.parse(text, 1).stream()).map(Target::address)
            .collect(Collectors.toUnmodifiableSet());
    }
}
