/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.model.Vtep;
import io.tenantnet.impl.net.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/** Finds the ports that bindings and connections of gateways name, and tells why one has no effect. */
final class VtepResolver {
    private final List<Attachment> found = new ArrayList<>();
    private final Map<Claim.Place, Claim> taken = new HashMap<>();
    private final TenantModel tenant;
    private final SegmentResolver segments;
    private final SortedMap<String, Vtep> switches;
    private final Map<UUID, String> problems;
    private final Map<UUID, Wire> wires;

    VtepResolver(final TenantModel tenant, final Map<String, Vtep> vteps, final SegmentResolver segments) {
        this.tenant = tenant;
        this.segments = segments;
        switches = Vtep.bySwitch(vteps);
        final var reader = new ClaimReader(tenant.gateways());
        problems = new HashMap<>(reader.problems());
        reader.claims().forEach(this::resolve);
        tenant.gateways().serviceNodes().values().stream().filter(nodes -> !switches.containsKey(nodes.switchName()))
            .forEach(nodes -> problems.put(nodes.id(), "no switch " + nodes.switchName() + " has connected"));
        wires = new WireReader(tenant, vteps.values(), found).wires();
    }

    private void resolve(final Claim claim) {
        final var owner = taken.putIfAbsent(claim.place(), claim);
        final var segment = segments.segments().get(claim.networkId());
        if (owner != null) {
            problem(claim, claim.place() + " belong" + (claim.vlan() == 0 ? "" : "s") + " to " + owner.name());
        } else if (segment == null) {
            problem(claim, tenant.networks().containsKey(claim.networkId())
                ? "network " + claim.networkId() + ": " + segments.problems().get(claim.networkId())
                : "network " + claim.networkId() + " does not exist");
        } else if (segment.type() != NetworkType.VXLAN) {
            problem(claim, "network " + claim.networkId() + " is of type " + segment.type() + ", and VTEPs know vxlan");
        } else {
            attach(claim, segment);
        }
    }

    private void attach(final Claim claim, final Segment segment) {
        final var name = claim.port().switchName();
        final var vtep = switches.get(name);
        if (vtep == null) {
            problem(claim, "no switch " + name + " has connected");
            return;
        }
        final var device = vtep.switches().get(name);
        final var port = device.ports().get(claim.port().portName());
        final Optional<IpAddress> address = device.tunnels().stream().filter(one -> one.version() == 4).findFirst();
        if (port == null) {
            problem(claim, "switch " + name + " has no port " + claim.port().portName());
        } else if (address.isEmpty()) {
            problem(claim, "switch " + name + " has no IPv4 address in its tunnel_ips");
        } else {
            collision(claim, segment, vtep, port).ifPresentOrElse(why -> problem(claim, why), () ->
                found.add(new Attachment(claim.origin(), claim.port(), claim.vlan(), segment, vtep.id(),
                    address.get())));
        }
    }

    /** What others have written into the switch's database stays, and what it takes cannot be had. */
    private static Optional<String> collision(final Claim claim, final Segment segment, final Vtep vtep,
            final Vtep.PhysicalPort port) {
        final var bound = port.bindings().get(claim.vlan());
        if (bound != null && isForeign(vtep.logicalSwitches().get(bound))) {
            return Optional.of(claim.place() + ": others have bound it to logical switch " + bound);
        }
        final var all = vtep.logicalSwitches();
        final boolean held = all.values().stream().anyMatch(one -> !isForeign(one) && hasKey(one, segment));
        return held ? Optional.empty() : all.entrySet().stream()
            .filter(entry -> isForeign(entry.getValue()) && hasKey(entry.getValue(), segment)).findFirst()
            .map(entry -> "logical switch " + entry.getKey() + " of switch " + claim.port().switchName()
                + ", which others made, has tunnel key " + segment.id());
    }

    private static boolean isForeign(final Vtep.LogicalSwitch one) {
        return one != null && one.network().isEmpty();
    }

    private static boolean hasKey(final Vtep.LogicalSwitch one, final Segment segment) {
        return one.key().isPresent() && one.key().getAsLong() == segment.id();
    }

    private void problem(final Claim claim, final String text) {
        problems.merge(claim.origin(), text, (one, other) -> one.contains(other) ? one : one + "; " + other);
    }

    Map<UUID, Wire> wires() {
        return wires;
    }

    Attachments attachments() {
        return new Attachments(found, wires, problems);
    }
}
