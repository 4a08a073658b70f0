/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.southbound.ovsdb.Op.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Sees to it that the integration bridge has this controller as its OpenFlow controller, and no former one of ours.
 * Controllers that others set stay.
 *
 * <p>A connection that hangs is opened anew by another text for the same target. To take the controller away and put it
 * back would do that, too, but a bridge without controllers forgets its flows.
 */
final class ControllerPlanner {
    private static final String NAME = "controller";
    private static final String OUT_OF_BAND = "out-of-band";

    private final Target wanted;
    private final Predicate<IpAddress> ownAddress;
    private final Supplier<Optional<String>> hung;

    /**
     * Makes a planner.
     *
     * @param wanted     this controller, as the host reached it
     * @param ownAddress whether an address is one of this machine's
     * @param hung       the target whose connection hangs, if one does
     */
    ControllerPlanner(final Target wanted, final Predicate<IpAddress> ownAddress,
            final Supplier<Optional<String>> hung) {
        this.wanted = requireNonNull(wanted);
        this.ownAddress = requireNonNull(ownAddress);
        this.hung = requireNonNull(hung);
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
        String summary = "controller " + wanted;
        boolean present = false;
        for (var row : rows.referenced(bridge, "controller", OvsTable.CONTROLLER)) {
            final var text = row.text("target").orElse("");
            final var target = Target.parse(text, Target.OPENFLOW_PORT);
            final boolean same = target.filter(wanted::equals).isPresent();
            if (same && !present) {
                present = true;
                summary = amend(row, text, operations);
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
        return new Plan(operations, summary, Optional.empty(), notices);
    }

    /** Puts right the row of this controller, if it is TenantNet's; returns what that is. */
    private String amend(final Row row, final String text, final List<Op> operations) {
        final var columns = new HashMap<String, Object>();
        final boolean own = Stamp.isOn(row);
        if (own && row.text("connection_mode").filter(OUT_OF_BAND::equals).isEmpty()) {
            columns.put("connection_mode", OUT_OF_BAND);
        }
        final var anew = hung.get().filter(target -> own && target.equals(text)).map(wanted::otherFormOf);
        anew.ifPresent(target -> columns.put("target", target));
        if (!columns.isEmpty()) {
            operations.add(new Op.Update(OvsTable.CONTROLLER, row.uuid(), columns));
        }
        return anew.map(target -> "new connection to controller " + target).orElse("controller " + wanted);
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
