/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.HostInterface.TunnelPeer;
import io.tenantnet.impl.model.HostInterface;
import io.tenantnet.impl.model.ProviderPort;
import io.tenantnet.impl.model.NetworkType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a host of what its database says. */
final class HostReader implements PresenceReader<Host> {
    /** The largest number of a port that is a device, 65279; the reserved ports are above. */
    private static final int MAX_OFPORT = 0xfeff;
    private static final String OPEN_STACK = "odl_os_hostconfig_";

    private final Arrivals arrivals;

    HostReader(final Arrivals arrivals) {
        this.arrivals = requireNonNull(arrivals);
    }

    /** What identifies a host; empty while its database was not initialised. */
    @Override
    public Optional<String> id(final Rows rows) {
        return rows.root().map(root -> root.entry("external_ids", "system-id").orElse(root.uuid()));
    }

    /**
     * Reads a host that is connected.
     *
     * @param endpoint where it connects from, and to
     * @param first    whether this is the first look at it on this connection
     * @param problem  for {@link Host#problem()}
     */
    @Override
    public Host read(final String id, final Rows rows, final Endpoint endpoint, final boolean first,
            final Optional<String> problem) {
        final var root = rows.root();
        final var bridge = rows.integrationBridge();
        return new Host(id, root.flatMap(row -> row.entry("external_ids", "hostname")),
            bridge.map(HostReader::datapathId).orElse(OptionalLong.empty()), bridge.map(DatapathType::of),
            root.flatMap(row -> row.entry("other_config", "local_ip")).flatMap(Addresses::parse),
            Optional.of(endpoint.remote().toString()), interfaces(id, rows, first), providers(rows),
            ProviderPlanner.problems(rows),
            root.map(row -> row.entries("external_ids", OPEN_STACK)).orElse(Map.of()), true,
            bridge.flatMap(row -> openFlow(rows, row, Target.openflow(endpoint.local()))), problem);
    }

    /** In a cluster, others of its members have controllers of TenantNet's there, too. */
    private static Optional<String> openFlow(final Rows rows, final Row bridge, final Target here) {
        return rows.referenced(bridge, "controller", OvsTable.CONTROLLER).stream()
            .filter(row -> Stamp.isOn(row) && row.texts("is_connected").contains("true")
                && row.text("role").filter("slave"::equals).isEmpty())
            .flatMap(row -> row.text("target").stream())
            .filter(text -> Target.parse(text, Target.OPENFLOW_PORT).filter(here::equals).isPresent()).findFirst();
    }

    private static Map<String, ProviderPort> providers(final Rows rows) {
        final var found = new HashMap<String, ProviderPort>();
        final var ports = rows.integrationBridge().map(rows::interfaces).orElse(List.of());
        ProviderMappings.of(rows).good().forEach(mapping -> ports.stream()
            .filter(row -> row.text("name").filter(mapping.port()::equals).isPresent())
            .forEach(row -> ofport(row).ifPresent(number ->
                found.put(mapping.network(), new ProviderPort(mapping.device(), number)))));
        return found;
    }

    private static Set<String> providerPorts(final Rows rows) {
        return ProviderMappings.of(rows).good().stream().map(ProviderMapping::port).collect(Collectors.toSet());
    }

    @Override
    public String kind() {
        return "Host";
    }

    @Override
    public String about(final Rows rows) {
        return "Open vSwitch " + rows.root().flatMap(root -> root.text("ovs_version")).orElse("of unknown version");
    }

    private Map<String, HostInterface> interfaces(final String id, final Rows rows, final boolean first) {
        final var found = new HashMap<String, Row>();
        final var claims = new HashMap<String, Optional<String>>();
        final var others = providerPorts(rows);
        others.add(Rows.INTEGRATION_BRIDGE);
        rows.integrationBridge().map(rows::interfaces).stream().flatMap(list -> list.stream()).forEach(row ->
            row.text("name").filter(name -> !others.contains(name)).ifPresent(name -> {
                found.put(name, row);
                claims.put(row.uuid(), ifaceId(row));
            }));
        final var numbers = arrivals.observe(id, claims, first);
        final var interfaces = new HashMap<String, HostInterface>();
        found.forEach((name, row) -> interfaces.put(name, new HostInterface(name, ofport(row), ifaceId(row),
            tunnelPeer(row), numbers.get(row.uuid()))));
        return interfaces;
    }

    private static Optional<String> ifaceId(final Row row) {
        return row.entry("external_ids", "iface-id");
    }

    private static OptionalInt ofport(final Row row) {
        final var number = row.number("ofport").orElse(-1);
        return number >= 1 && number <= MAX_OFPORT ? OptionalInt.of((int) number) : OptionalInt.empty();
    }

    private static Optional<TunnelPeer> tunnelPeer(final Row row) {
        final var type = row.text("type").flatMap(HostReader::tunnelType);
        if (type.isEmpty() || row.entry("options", "key").filter("flow"::equals).isEmpty()) {
            return Optional.empty();
        }
        return row.entry("options", "remote_ip").flatMap(remote -> remote.equals("flow")
            ? Optional.of(new TunnelPeer(type.get(), Optional.empty()))
            : Addresses.parse(remote).map(address -> new TunnelPeer(type.get(), Optional.of(address))));
    }

    private static Optional<NetworkType> tunnelType(final String type) {
        return Arrays.stream(NetworkType.values())
            .filter(candidate -> candidate.isTunnelled() && candidate.toString().equals(type)).findFirst();
    }

    private static OptionalLong datapathId(final Row bridge) {
        return bridge.text("datapath_id").filter(text -> text.matches("[0-9a-fA-F]{16}"))
            .map(text -> OptionalLong.of(Long.parseUnsignedLong(text, 16))).orElse(OptionalLong.empty());
    }
}
