/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.TenantModel;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Finds the place of every port. */
final class PortResolver {
    /** A port's number is its zone of connection tracking; the zones above are the routers'. */
    private static final int LAST_PORT = ResolvedRouter.ZONES - 1;

    private final Map<UUID, BoundPort> bound = new HashMap<>();
    private final Map<UUID, String> problems = new HashMap<>();
    private final PortClaims owners = new PortClaims();
    private final PortNumbers numbers = new PortNumbers();
    private final TenantModel tenant;
    private final Map<String, Site> sites;
    private final Map<UUID, Segment> segments;
    private final Map<UUID, String> networkProblems;
    private final TrunkResolver trunks;
    private final InterfaceResolver interfaces;

    PortResolver(final TenantModel tenant, final Collection<Host> hosts, final Map<String, Site> sites,
            final SegmentResolver segmentResolver, final RouterResolver routers, final TrunkResolver trunks) {
        this.tenant = tenant;
        this.sites = sites;
        this.trunks = trunks;
        segments = segmentResolver.segments();
        networkProblems = segmentResolver.problems();

        final var ports = tenant.ports().values().stream().sorted(Comparator.comparing(Port::id)).toList();
        final var plain = ports.stream().filter(port -> trunks.branch(port.id()).isEmpty()).toList();
        interfaces = new InterfaceResolver(plain, hosts);
        plain.stream().filter(port -> !port.isOfRouter()).forEach(this::bindPlain);
        ports.forEach(port -> trunks.branch(port.id()).ifPresent(branch -> bindSubPort(port, branch)));
        problems.putAll(routers.portProblems());
    }

    private void bindPlain(final Port port) {
        final var claim = interfaces.of(port.id());
        claim.map(Claims.Claim::candidate).ifPresent(candidate -> candidate.ofport().ifPresent(ofport ->
            numbers.take(claim.get().host().id(), ofport)));
        if (claim.isEmpty()) {
            reject(port, interfaces.whyNotFound(port));
        } else {
            bind(port, claim.get(), 0);
        }
    }

    private void bindSubPort(final Port port, final TrunkResolver.Branch branch) {
        final var trunk = branch.trunk();
        final var parent = tenant.ports().get(trunk.parentId());
        final var claim = interfaces.of(trunk.parentId());
        if (!trunk.adminUp()) {
            problems.put(port.id(), "trunk " + trunk.id() + ": admin-state-up is false");
        } else if (parent == null) {
            problems.put(port.id(), "trunk " + trunk.id() + ": port " + trunk.parentId() + " does not exist");
        } else if (claim.isEmpty()) {
            reject(port, "trunk " + trunk.id() + ": " + interfaces.whyNotFound(parent));
        } else {
            bind(port, claim.get(), branch.vlan());
        }
    }

    /** Says why a port is not in effect: what has nothing to do with its place comes first. */
    private void reject(final Port port, final String why) {
        problems.put(port.id(), whyNotInEffect(port).orElse(why));
    }

    private Optional<String> whyNotInEffect(final Port port) {
        return segments.containsKey(port.networkId())
            ? Optional.of("admin-state-up is false").filter(text -> !port.adminUp())
            : Optional.of(tenant.networks().containsKey(port.networkId())
                ? "network " + port.networkId() + ": " + networkProblems.get(port.networkId())
                : "network " + port.networkId() + " does not exist");
    }

    private void bind(final Port port, final Claims.Claim claim, final int vlan) {
        final var host = claim.host().id();
        final var why = whyNotInEffect(port).or(() -> whyNotHere(port, claim)).or(() -> owners.conflict(port, claim, vlan));
        if (why.isPresent()) {
            problems.put(port.id(), why.get());
            return;
        }
        final int ofport = claim.candidate().ofport().getAsInt();
        final var number = vlan == 0 ? OptionalInt.of(ofport) : numbers.give(host, port.id());
        if (number.isEmpty()) {
            problems.put(port.id(), "host " + host + " has more sub-ports of trunks than can be told apart");
            return;
        }
        owners.take(port, claim, vlan);
        bound.put(port.id(), new BoundPort(port, segments.get(port.networkId()), new Place(host,
            claim.candidate().name(), ofport, vlan, vlan != 0 || trunks.isParent(port.id()), number.getAsInt())));
    }

    private Optional<String> whyNotHere(final Port port, final Claims.Claim claim) {
        final var site = sites.get(claim.host().id());
        final var segment = segments.get(port.networkId());
        if (claim.candidate().ofport().isEmpty()) {
            return Optional.of(claim + " has no OpenFlow port number: Open vSwitch could not open it");
        }
        final int ofport = claim.candidate().ofport().getAsInt();
        if (ofport > LAST_PORT) {
            return Optional.of(claim + " has the OpenFlow port number " + ofport + ": those above " + LAST_PORT
                + " have no zone of connection tracking");
        }
        if (site.leadsAway(ofport)) {
            return Optional.of(claim + " leads to other hosts");
        }
        return site.carries(segment) ? Optional.empty() : Optional.of("host " + claim.host().id()
            + " is not joined to physical network " + segment.network().physicalNetwork().orElseThrow()
            + ": " + segment.network().physicalNetwork().map(claim.host().unjoined()::get)
                .orElse("see its other_config:provider_mappings"));
    }

    Map<UUID, BoundPort> bound() {
        return bound;
    }

    Map<UUID, String> problems() {
        return problems;
    }

    Map<String, Map<String, String>> unclaimed() {
        return interfaces.unclaimed();
    }
}
