/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.southbound.ovsdb.Op.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A transaction on the database of a hardware VTEP while it is being planned. */
final class VtepDraft {
    /** So many operations are carried out within the second that the library waits for an answer. */
    private static final int MANY = 500;
    private static final String ENCAPSULATION = "vxlan_over_ipv4";

    private final List<Op> operations = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final Map<IpAddress, Ref> locators = new HashMap<>();
    private final Rows rows;

    VtepDraft(final Rows rows) {
        this.rows = rows;
    }

    Rows rows() {
        return rows;
    }

    void add(final Op operation) {
        operations.add(operation);
    }

    void say(final String text) {
        words.add(text);
    }

    /** Whether the rest has to wait for the next transaction. */
    boolean isFull() {
        return operations.size() >= MANY;
    }

    /** The row of a tunnel's far end, which is made unless there is one. */
    Ref locator(final IpAddress address) {
        return locators.computeIfAbsent(address, key -> rows.rows(OvsTable.PHYSICAL_LOCATOR).stream()
            .filter(row -> row.text("dst_ip").filter(address.toString()::equals).isPresent())
            .filter(row -> row.text("encapsulation_type").filter(ENCAPSULATION::equals).isPresent())
            // One with a key of its own would send into another network.
            .filter(row -> row.number("tunnel_key").isEmpty())
            .map(row -> new Ref(row.uuid())).findFirst().orElseGet(() -> newLocator(address)));
    }

    private Ref newLocator(final IpAddress address) {
        final var name = "locator_" + address.toString().replace('.', '_');
        add(new Op.Insert(OvsTable.PHYSICAL_LOCATOR, name,
            Map.of("encapsulation_type", ENCAPSULATION, "dst_ip", address.toString())));
        return new Ref(name);
    }

    Plan plan() {
        return operations.isEmpty() ? Plan.NOTHING : Plan.of(operations, String.join(", ", words));
    }
}
