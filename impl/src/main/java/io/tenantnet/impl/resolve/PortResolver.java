/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.model.Uuids;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds the interface of every port. */
final class PortResolver {
    /** A port's number is its zone of connection tracking; the zones above are the routers'. */
    private static final int LAST_PORT = ResolvedRouter.ZONES - 1;

    private final Map<UUID, BoundPort> bound = new HashMap<>();
    private final Map<UUID, String> problems = new HashMap<>();
    private final Map<String, Map<String, String>> unclaimed = new TreeMap<>();
    private final Map<Claims.Claim, UUID> taken = new HashMap<>();
    private final Map<Claims.Claim, String> refused = new HashMap<>();
    private final TenantModel tenant;
    private final Map<String, Site> sites;
    private final Map<UUID, Segment> segments;
    private final Map<UUID, String> networkProblems;

    PortResolver(final TenantModel tenant, final Collection<Host> hosts, final Map<String, Site> sites,
            final SegmentResolver segmentResolver, final RouterResolver routers) {
        this.tenant = tenant;
        this.sites = sites;
        segments = segmentResolver.segments();
        networkProblems = segmentResolver.problems();

        final var claims = new Claims(hosts);
        // An iface-id is the interface's own word and counts before a name; else the order of the uuids decides, so
        // that the outcome does not depend on which came first.
        final var ports = tenant.ports().values().stream().sorted(Comparator.comparing(Port::id)).toList();
        final Map<UUID, Claims.Claim> found = new HashMap<>();
        for (final var port : ports) {
            claimByIfaceId(port, claims).ifPresent(claim -> found.put(port.id(), claim));
        }
        for (final var port : ports) {
            if (!found.containsKey(port.id())) {
                claimByName(port, claims).ifPresent(claim -> found.put(port.id(), claim));
            }
        }
        final Map<Object, UUID> addresses = new HashMap<>();
        ports.stream().filter(port -> !port.isOfRouter())
            .forEach(port -> bind(port, found.get(port.id()), addresses));
        problems.putAll(routers.portProblems());
        hosts.forEach(this::listUnclaimed);
    }

    private Optional<Claims.Claim> claimByIfaceId(final Port port, final Claims claims) {
        final var all = claims.byIfaceId(port);
        for (int i = 1; i < all.size(); i++) {
            refused.put(all.get(i), "port " + port.id() + " is at " + all.get(0) + " now");
        }
        all.stream().findFirst().ifPresent(claim -> taken.put(claim, port.id()));
        return all.stream().findFirst();
    }

    private Optional<Claims.Claim> claimByName(final Port port, final Claims claims) {
        final var claim = claims.byName(port);
        final var owner = claim.map(known -> taken.putIfAbsent(known, port.id()));
        if (owner.isPresent()) {
            problems.put(port.id(), claim.get() + " is claimed by port " + owner.get());
            return Optional.empty();
        }
        return claim;
    }

    private void bind(final Port port, final Claims.Claim claim, final Map<Object, UUID> addresses) {
        final var segment = segments.get(port.networkId());
        if (segment == null) {
            problems.put(port.id(), tenant.networks().containsKey(port.networkId())
                ? "network " + port.networkId() + ": " + networkProblems.get(port.networkId())
                : "network " + port.networkId() + " does not exist");
        } else if (!port.adminUp()) {
            problems.put(port.id(), "admin-state-up is false");
        } else if (claim == null) {
            problems.putIfAbsent(port.id(), whyNotFound(port));
        } else if (claim.candidate().ofport().isEmpty()) {
            problems.put(port.id(), claim + " has no OpenFlow port number: Open vSwitch could not open it");
        } else if (claim.candidate().ofport().getAsInt() > LAST_PORT) {
            problems.put(port.id(), claim + " has the OpenFlow port number " + claim.candidate().ofport().getAsInt()
                + ": those above " + LAST_PORT + " have no zone of connection tracking");
        } else if (sites.get(claim.host().id()).leadsAway(claim.candidate().ofport().getAsInt())) {
            problems.put(port.id(), claim + " leads to other hosts");
        } else if (!sites.get(claim.host().id()).carries(segment)) {
            problems.put(port.id(), "host " + claim.host().id() + " is not joined to physical network "
                + segment.network().physicalNetwork().orElseThrow() + ": see its other_config:provider_mappings");
        } else {
            bindUnlessTwice(port, segment, claim, addresses);
        }
    }

    private void bindUnlessTwice(final Port port, final Segment segment, final Claims.Claim claim,
            final Map<Object, UUID> addresses) {
        final var wanted = new HashMap<Object, String>();
        Stream.concat(Stream.of(port.mac()), port.fixedIps().stream().map(FixedIp::address)).forEach(address ->
            wanted.put(Map.entry(port.networkId(), address), "address " + address));
        // While Open vSwitch renumbers its ports, two interfaces may be seen with the same number for a moment.
        wanted.put(Map.entry(claim.host().id(), claim.candidate().ofport().getAsInt()),
            "the OpenFlow port number of " + claim);
        for (final var one : wanted.entrySet()) {
            final var owner = addresses.get(one.getKey());
            if (owner != null) {
                problems.put(port.id(), one.getValue() + " belongs to port " + owner);
                return;
            }
        }
        wanted.keySet().forEach(key -> addresses.put(key, port.id()));
        bound.put(port.id(), new BoundPort(port, segment, claim.host().id(), claim.candidate().name(),
            claim.candidate().ofport().getAsInt()));
    }

    private static String whyNotFound(final Port port) {
        final var byId = "no host has an interface on br-int with external_ids:iface-id=" + port.id();
        return port.interfaceName().isEmpty() ? byId
            : port.hostId().isEmpty() ? byId + ", and interface-name needs host-id"
            : byId + ", and host " + port.hostId().get() + " has no interface " + port.interfaceName().get();
    }

    private void listUnclaimed(final Host host) {
        for (final var candidate : host.interfaces().values()) {
            final var claim = new Claims.Claim(host, candidate);
            if (candidate.tunnelPeer().isEmpty() && !taken.containsKey(claim)) {
                unclaimed.computeIfAbsent(host.id(), key -> new TreeMap<>())
                    .put(candidate.name(), refused.getOrDefault(claim, whyUnclaimed(candidate.ifaceId())));
            }
        }
    }

    private static String whyUnclaimed(final Optional<String> ifaceId) {
        return ifaceId.isEmpty() ? "no external_ids:iface-id, and no port names it by host and interface name"
            : Uuids.parse(ifaceId.get()).isEmpty() ? "external_ids:iface-id is no UUID"
            : "no port has the uuid that external_ids:iface-id says";
    }

    Map<UUID, BoundPort> bound() {
        return bound;
    }

    Map<UUID, String> problems() {
        return problems;
    }

    Map<String, Map<String, String>> unclaimed() {
        return unclaimed;
    }
}
