/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.southbound.ovsdb.Op.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sees to it that the integration bridge has one VXLAN port for all peers, its key and far end being set by flows,
 * while the host has a tunnel address (other_config:local_ip) and tunnels are to be made this way; and that it has none
 * else.
 */
final class TunnelPlanner implements Planner {
    /** The name of the port. */
    static final String NAME = "tn-vxlan";

    private static final String TYPE = "vxlan";
    /** The options by which Open vSwitch tells one tunnel's packets from another's. */
    private static final List<String> TUPLE = List.of("local_ip", "remote_ip", "key", "in_key", "dst_port", "exts");

    private final FlowTunnels tunnels;

    TunnelPlanner(final FlowTunnels tunnels) {
        this.tunnels = requireNonNull(tunnels);
    }

    @Override
    public Plan plan(final Rows rows) {
        final var bridge = rows.integrationBridge();
        if (bridge.isEmpty() || rows.root().isEmpty()) {
            return Plan.NOTHING;
        }
        final var text = rows.root().flatMap(root -> root.entry("other_config", "local_ip"));
        final var address = text.flatMap(Addresses::parse);
        final var port = rows.named(OvsTable.PORT, NAME);
        final var wanted = tunnels.areWanted(port.isPresent()) ? address : Optional.<IpAddress>empty();
        final var plan = port.map(row -> existing(rows, bridge.orElseThrow(), row, wanted))
            .orElseGet(() -> wanted.map(local -> create(bridge.orElseThrow(), local)).orElse(Plan.NOTHING));
        return text.isPresent() && address.isEmpty() ? new Plan(plan.operations(), plan.summary(),
            Optional.of("other_config:local_ip is no address: " + text.orElseThrow()), plan.notices()) : plan;
    }

    private static Plan create(final Row bridge, final IpAddress local) {
        return Plan.of(creation(bridge, local), "creation of tunnel port " + NAME + " from " + local);
    }

    private static List<Op> creation(final Row bridge, final IpAddress local) {
        return List.of(
            new Op.Insert(OvsTable.INTERFACE, "interface", Map.of("name", NAME, "type", TYPE,
                "options", options(local), "external_ids", Stamp.EXTERNAL_IDS)),
            new Op.Insert(OvsTable.PORT, "port", Map.of("name", NAME, "interfaces", Set.of(new Ref("interface")),
                "external_ids", Stamp.EXTERNAL_IDS)),
            new Op.Add(OvsTable.BRIDGE, bridge.uuid(), "ports", Set.of(new Ref("port"))));
    }

    private static Op removal(final Row bridge, final Row port) {
        return new Op.Remove(OvsTable.BRIDGE, bridge.uuid(), "ports", Set.of(new Ref(port.uuid())));
    }

    private static Plan existing(final Rows rows, final Row bridge, final Row port, final Optional<IpAddress> wanted) {
        final boolean ours = Stamp.isOn(port) && bridge.texts("ports").contains(port.uuid());
        if (!ours) {
            return wanted.isEmpty() ? Plan.NOTHING : Plan.blocked("a port " + NAME
                + " exists that TenantNet did not make on br-int; the host gets no tunnels");
        }
        if (wanted.isEmpty()) {
            return Plan.of(List.of(removal(bridge, port)), "removal of tunnel port " + NAME);
        }
        return rows.referenced(port, "interfaces", OvsTable.INTERFACE).stream().findFirst()
            .map(row -> amend(rows, bridge, port, row, wanted.orElseThrow())).orElse(Plan.NOTHING);
    }

    private static Plan amend(final Rows rows, final Row bridge, final Row port, final Row row, final IpAddress local) {
        final var options = options(local);
        final boolean right = options.entrySet().stream()
            .allMatch(option -> row.entry("options", option.getKey()).filter(option.getValue()::equals).isPresent());
        if (!right) {
            return Plan.of(List.of(
                new Op.Remove(OvsTable.INTERFACE, row.uuid(), "options", options.keySet()),
                new Op.Add(OvsTable.INTERFACE, row.uuid(), "options", options)),
                "change of tunnel port " + NAME + " to " + local);
        }
        final var rival = rival(rows, row);
        if (rival.isPresent()) {
            // Open vSwitch keeps one of the two and notes the error only if the other came later.
            return Plan.blocked("tunnel port " + NAME + " clashes with interface " + rival.orElseThrow()
                + ", which has the same local_ip, remote_ip=flow and key=flow; the host gets no tunnels");
        }
        // A port once refused stays refused when the reason is gone, unless it is made anew.
        return row.text("error").map(error -> new Plan(
            Stream.concat(Stream.of(removal(bridge, port)), creation(bridge, local).stream()).toList(),
            "renewal of tunnel port " + NAME,
            Optional.of("Open vSwitch refuses the tunnel port " + NAME + ": " + error), List.of()))
            .orElse(Plan.NOTHING);
    }

    /** Another interface that would take the same packets from the wire. */
    private static Optional<String> rival(final Rows rows, final Row ours) {
        return rows.rows(OvsTable.INTERFACE).stream().filter(row -> !row.uuid().equals(ours.uuid()))
            .filter(row -> row.text("type").equals(ours.text("type")))
            .filter(row -> TUPLE.stream().allMatch(key -> row.entry("options", key).equals(ours.entry("options", key))))
            .flatMap(row -> row.text("name").stream()).sorted().findFirst();
    }

    private static Map<String, String> options(final IpAddress local) {
        // The mark that QoS gives a packet has to show where it competes with others.
        return Map.of("key", "flow", "remote_ip", "flow", "local_ip", local.toString(), "tos", "inherit");
    }
}
