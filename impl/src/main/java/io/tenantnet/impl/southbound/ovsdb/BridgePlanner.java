/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.southbound.ovsdb.Op.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sees to it that a host has an integration bridge that forwards nothing of its own accord and listens to this
 * controller. Of a bridge that exists only what is wrong is changed; no other bridge is touched.
 */
final class BridgePlanner implements Planner {
    private static final String NAME = Rows.INTEGRATION_BRIDGE;
    private static final String OPENFLOW_13 = "OpenFlow13";
    // With 1.0 beside it ovs-ofctl works on the bridge without -O; the controller negotiates the newest in common.
    private static final Set<String> PROTOCOLS = Set.of("OpenFlow10", OPENFLOW_13);
    private static final String IN_BAND = "disable-in-band";

    private final ControllerPlanner controllers;

    BridgePlanner(final ControllerPlanner controllers) {
        this.controllers = requireNonNull(controllers);
    }

    @Override
    public Plan plan(final Rows rows) {
        return rows.root().map(root -> rows.integrationBridge().map(bridge -> amend(rows, root, bridge))
            .orElseGet(() -> create(root))).orElse(Plan.NOTHING);
    }

    private Plan create(final Row root) {
        final var type = DatapathType.forNew(root);
        return type.name().map(name -> Plan.of(List.of(
            new Op.Insert(OvsTable.INTERFACE, "interface", Map.of("name", NAME, "type", "internal")),
            new Op.Insert(OvsTable.PORT, "port", Map.of("name", NAME, "interfaces", Set.of(new Ref("interface")))),
            controllers.insert(),
            new Op.Insert(OvsTable.BRIDGE, "bridge", Map.of("name", NAME, "datapath_type", name, "fail_mode", "secure",
                "protocols", PROTOCOLS, "other_config", Map.of(IN_BAND, "true"), "ports", Set.of(new Ref("port")),
                "controller", Set.of(controllers.reference()))),
            new Op.Add(OvsTable.OPEN_VSWITCH, root.uuid(), "bridges", Set.of(new Ref("bridge")))),
            "creation of br-int (datapath " + name + ", controller " + controllers.wanted() + ")"))
            .orElseGet(() -> Plan.blocked(type.problem().orElseThrow()));
    }

    private Plan amend(final Rows rows, final Row root, final Row bridge) {
        final var operations = new ArrayList<Op>();
        final var words = new ArrayList<String>();

        final var columns = new HashMap<String, Object>();
        if (bridge.text("fail_mode").filter("secure"::equals).isEmpty()) {
            columns.put("fail_mode", "secure");
            words.add("fail_mode secure");
        }
        final var type = DatapathType.forExisting(root, bridge);
        type.name().ifPresent(name -> {
            columns.put("datapath_type", name);
            words.add("datapath_type " + name);
        });
        if (!columns.isEmpty()) {
            operations.add(new Op.Update(OvsTable.BRIDGE, bridge.uuid(), columns));
        }

        final var protocols = bridge.texts("protocols");
        if (!protocols.contains(OPENFLOW_13)) {
            operations.add(new Op.Add(OvsTable.BRIDGE, bridge.uuid(), "protocols",
                protocols.isEmpty() ? PROTOCOLS : Set.of(OPENFLOW_13)));
            words.add("protocol " + OPENFLOW_13);
        }
        if (bridge.entry("other_config", IN_BAND).filter("true"::equals).isEmpty()) {
            // Adding leaves a key that is there at its old value, hence the removal before.
            operations.add(new Op.Remove(OvsTable.BRIDGE, bridge.uuid(), "other_config", Set.of(IN_BAND)));
            operations.add(new Op.Add(OvsTable.BRIDGE, bridge.uuid(), "other_config", Map.of(IN_BAND, "true")));
            words.add(IN_BAND);
        }

        final var controller = controllers.plan(rows, bridge);
        operations.addAll(controller.operations());
        if (!controller.operations().isEmpty()) {
            words.add(controller.summary());
        }
        return new Plan(operations, "change of br-int (" + String.join(", ", words) + ")",
            type.problem().or(() -> unmade(bridge)), controller.notices());
    }

    /** Open vSwitch says nothing about a bridge that it could not make, but does not give it a datapath id either. */
    private static Optional<String> unmade(final Row bridge) {
        return bridge.text("datapath_id").isPresent() ? Optional.empty()
            : Optional.of("Open vSwitch has not made br-int (datapath type " + DatapathType.of(bridge)
                + ") yet; is ovs-vswitchd running?");
    }
}
