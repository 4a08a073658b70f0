/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.model.Vtep.LearnedMac;
import io.tenantnet.impl.model.Vtep.LogicalSwitch;
import io.tenantnet.impl.model.Vtep.PhysicalPort;
import io.tenantnet.impl.model.Vtep.PhysicalSwitch;
import io.tenantnet.impl.model.Vtep;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the database of a hardware VTEP; see vtep(5). Used in the loop. */
final class VtepReader implements PresenceReader<Vtep> {
    private final Arrivals arrivals;
    private final LostMacs lost = new LostMacs();

    VtepReader(final Arrivals arrivals) {
        this.arrivals = requireNonNull(arrivals);
    }

    @Override
    public String kind() {
        return "Hardware VTEP";
    }

    /** Where the ovsdb-server is shared, a manager of the other database is shown this one, too. */
    @Override
    public Optional<String> id(final Rows rows) {
        return rows.rows(OvsTable.GLOBAL).stream().filter(global -> !global.texts("managers").isEmpty())
            .map(Row::uuid).findFirst();
    }

    @Override
    public String about(final Rows rows) {
        return "switches " + rows.rows(OvsTable.PHYSICAL_SWITCH).stream().flatMap(row -> row.text("name").stream())
            .sorted().toList();
    }

    @Override
    public Vtep read(final String id, final Rows rows, final Endpoint endpoint, final boolean first,
            final Optional<String> problem) {
        final var switches = new TreeMap<String, PhysicalSwitch>();
        rows.rows(OvsTable.PHYSICAL_SWITCH).forEach(row ->
            row.text("name").ifPresent(name -> switches.put(name, physicalSwitch(rows, row))));
        final var logical = new TreeMap<String, LogicalSwitch>();
        rows.rows(OvsTable.LOGICAL_SWITCH).forEach(row -> row.text("name").ifPresent(name ->
            logical.put(name, new LogicalSwitch(row.number("tunnel_key"), LogicalSwitchMark.read(row)))));
        return new Vtep(id, endpoint.remote().toString(), switches, logical, macs(id, rows, first), true, problem);
    }

    private static PhysicalSwitch physicalSwitch(final Rows rows, final Row row) {
        final var ports = new TreeMap<String, PhysicalPort>();
        rows.referenced(row, "ports", OvsTable.PHYSICAL_PORT).forEach(port ->
            port.text("name").ifPresent(name -> ports.put(name, port(rows, port))));
        return new PhysicalSwitch(row.text("description"), new TreeSet<>(row.texts("management_ips")),
            row.texts("tunnel_ips").stream().flatMap(text -> Addresses.parse(text).stream()).sorted().toList(),
            new TreeSet<>(row.texts("switch_fault_status")), ports);
    }

    private static PhysicalPort port(final Rows rows, final Row port) {
        final var bindings = new TreeMap<Integer, String>();
        port.entries("vlan_bindings").forEach((vlan, uuid) ->
            rows.row(OvsTable.LOGICAL_SWITCH, uuid).flatMap(row -> row.text("name"))
                .ifPresent(name -> bindings.put(Integer.valueOf(vlan), name)));
        return new PhysicalPort(new TreeSet<>(port.texts("port_fault_status")), bindings);
    }

    private Set<LearnedMac> macs(final String id, final Rows rows, final boolean first) {
        final var local = rows.rows(OvsTable.UCAST_MACS_LOCAL);
        final Map<String, Optional<String>> seen = new HashMap<>();
        local.forEach(row -> seen.put(row.uuid(), row.text("locator")));
        final var numbers = arrivals.observe(id, seen, first);
        final var macs = new HashSet<LearnedMac>();
        for (final var row : local) {
            final var network = rows.referenced(row, "logical_switch", OvsTable.LOGICAL_SWITCH).stream()
                .flatMap(one -> LogicalSwitchMark.read(one).stream()).findFirst();
            final var mac = row.text("MAC").flatMap(VtepReader::mac);
            final var locator = locator(rows, row);
            if (network.isPresent() && mac.isPresent() && locator.isPresent()) {
                macs.add(new LearnedMac(network.get(), mac.get(), locator.get(), numbers.get(row.uuid()), true));
            }
        }
        return lost.with(id, macs);
    }

    private static Optional<MacAddress> mac(final String text) {
        try {
            return Optional.of(MacAddress.parse(text)).filter(mac -> !mac.isMulticast());
        } catch (IllegalArgumentException e) {
            // Such as unknown-dst, which tables of local addresses may hold as well.
            return Optional.empty();
        }
    }

    private static Optional<IpAddress> locator(final Rows rows, final Row row) {
        return rows.referenced(row, "locator", OvsTable.PHYSICAL_LOCATOR).stream()
            .flatMap(locator -> locator.text("dst_ip").stream()).flatMap(text -> Addresses.parse(text).stream())
            .findFirst();
    }
}
