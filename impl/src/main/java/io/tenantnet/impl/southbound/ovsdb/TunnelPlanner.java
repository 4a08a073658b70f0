/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.southbound.ovsdb.Op.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sees to it that the integration bridge has one tunnel port of a kind for all peers, its key and far end being set by
 * flows, while the host has a tunnel address (other_config:local_ip) and such tunnels are to be made this way; and that it
 * has none else.
 */
final class TunnelPlanner implements Planner {
    /** The options by which Open vSwitch tells one tunnel's packets from another's. */
    private static final List<String> TUPLE = List.of("local_ip", "remote_ip", "key", "in_key", "dst_port", "exts");

    private final String hostId;
    private final NetworkType type;
    private final String name;
    private final FlowTunnels tunnels;

    /**
     * A planner for a host's tunnels of one kind.
     *
     * @param hostId  the host
     * @param type    vxlan, gre or geneve
     * @param tunnels whether there is to be a port; asked again whenever the host is looked at
     */
    TunnelPlanner(final String hostId, final NetworkType type, final FlowTunnels tunnels) {
        this.hostId = requireNonNull(hostId);
        this.type = requireNonNull(type);
        this.tunnels = requireNonNull(tunnels);
        name = name(type);
    }

    /** The name of the port. */
    static String name(final NetworkType type) {
        return "tn-" + type;
    }

    @Override
    public Plan plan(final Rows rows) {
        final var bridge = rows.integrationBridge();
        if (bridge.isEmpty() || rows.root().isEmpty()) {
            return Plan.NOTHING;
        }
        final var text = rows.root().flatMap(root -> root.entry("other_config", "local_ip"));
        final var address = text.flatMap(Addresses::parse);
        final var port = rows.named(OvsTable.PORT, name);
        final var wanted = address.filter(local -> tunnels.areWanted(hostId, type, port.isPresent()));
        final var plan = port.map(row -> existing(rows, bridge.orElseThrow(), row, wanted))
            .orElseGet(() -> wanted.map(local -> create(bridge.orElseThrow(), local)).orElse(Plan.NOTHING));
        // One planner says so for all.
        return type == NetworkType.VXLAN && text.isPresent() && address.isEmpty()
            ? new Plan(plan.operations(), plan.summary(),
                Optional.of("other_config:local_ip is no address: " + text.orElseThrow()), plan.notices()) : plan;
    }

    private Plan create(final Row bridge, final IpAddress local) {
        return Plan.of(creation(bridge, local), "creation of tunnel port " + name + " from " + local);
    }

    private List<Op> creation(final Row bridge, final IpAddress local) {
        return List.of(
            new Op.Insert(OvsTable.INTERFACE, "interface", Map.of("name", name, "type", type.toString(),
                "options", options(local), "external_ids", Stamp.EXTERNAL_IDS)),
            new Op.Insert(OvsTable.PORT, "port", Map.of("name", name, "interfaces", Set.of(new Ref("interface")),
                "external_ids", Stamp.EXTERNAL_IDS)),
            new Op.Add(OvsTable.BRIDGE, bridge.uuid(), "ports", Set.of(new Ref("port"))));
    }

    private static Op removal(final Row bridge, final Row port) {
        return new Op.Remove(OvsTable.BRIDGE, bridge.uuid(), "ports", Set.of(new Ref(port.uuid())));
    }

    private Plan existing(final Rows rows, final Row bridge, final Row port, final Optional<IpAddress> wanted) {
        final boolean ours = Stamp.isOn(port) && bridge.texts("ports").contains(port.uuid());
        if (!ours) {
            return wanted.isEmpty() ? Plan.NOTHING : Plan.blocked("a port " + name
                + " exists that TenantNet did not make on br-int; the host gets no tunnels");
        }
        if (wanted.isEmpty()) {
            return Plan.of(List.of(removal(bridge, port)), "removal of tunnel port " + name);
        }
        return rows.referenced(port, "interfaces", OvsTable.INTERFACE).stream().findFirst()
            .map(row -> amend(rows, bridge, port, row, wanted.orElseThrow())).orElse(Plan.NOTHING);
    }

    private Plan amend(final Rows rows, final Row bridge, final Row port, final Row row, final IpAddress local) {
        final var options = options(local);
        final boolean right = options.entrySet().stream()
            .allMatch(option -> row.entry("options", option.getKey()).filter(option.getValue()::equals).isPresent());
        if (!right) {
            return Plan.of(List.of(
                new Op.Remove(OvsTable.INTERFACE, row.uuid(), "options", options.keySet()),
                new Op.Add(OvsTable.INTERFACE, row.uuid(), "options", options)),
                "change of tunnel port " + name + " to " + local);
        }
        final var rival = rival(rows, row);
        if (rival.isPresent()) {
            // Open vSwitch keeps one of the two and notes the error only if the other came later.
            return Plan.blocked("tunnel port " + name + " clashes with interface " + rival.orElseThrow()
                + ", which has the same local_ip, remote_ip=flow and key=flow; the host gets no tunnels");
        }
        // A port once refused stays refused when the reason is gone, unless it is made anew.
        return row.text("error").map(error -> new Plan(
            Stream.concat(Stream.of(removal(bridge, port)), creation(bridge, local).stream()).toList(),
            "renewal of tunnel port " + name,
            Optional.of("Open vSwitch refuses the tunnel port " + name + ": " + error), List.of()))
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
