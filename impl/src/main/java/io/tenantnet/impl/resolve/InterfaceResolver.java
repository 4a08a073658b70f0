/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.Uuids;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Finds which interface is which port's, and why the others are nobody's. */
final class InterfaceResolver {
    private final Map<UUID, Claims.Claim> found = new HashMap<>();
    private final Map<UUID, String> problems = new HashMap<>();
    private final Map<String, Map<String, String>> unclaimed = new TreeMap<>();
    private final Map<Claims.Claim, UUID> taken = new HashMap<>();
    private final Map<Claims.Claim, String> refused = new HashMap<>();

    /**
     * Finds them.
     *
     * @param ports the ports that have an interface of their own, in the order of their uuids
     * @param hosts where to look
     */
    InterfaceResolver(final List<Port> ports, final Collection<Host> hosts) {
        final var claims = new Claims(hosts);
        // An iface-id is the interface's own word and counts before a name; else the order of the uuids decides, so
        // that the outcome does not depend on which came first.
        for (final var port : ports) {
            claimByIfaceId(port, claims).ifPresent(claim -> found.put(port.id(), claim));
        }
        for (final var port : ports) {
            if (!found.containsKey(port.id())) {
                claimByName(port, claims).ifPresent(claim -> found.put(port.id(), claim));
            }
        }
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

    /** The interface of a port. */
    Optional<Claims.Claim> of(final UUID port) {
        return Optional.ofNullable(found.get(port));
    }

    /** Why a port has no interface, in words. */
    String whyNotFound(final Port port) {
        final var byId = "no host has an interface on br-int with external_ids:iface-id=" + port.id();
        return problems.getOrDefault(port.id(), port.interfaceName().isEmpty() ? byId
            : port.hostId().isEmpty() ? byId + ", and interface-name needs host-id"
            : byId + ", and host " + port.hostId().get() + " has no interface " + port.interfaceName().get());
    }

    /** By host and name, the interfaces that no port claims, and why. */
    Map<String, Map<String, String>> unclaimed() {
        return unclaimed;
    }
}
