/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.HostInterface;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.Uuids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Which interface, of which host, is which port's. */
final class Claims {
    private final Map<UUID, List<Claim>> byIfaceId = new HashMap<>();
    private final Collection<Host> hosts;

    Claims(final Collection<Host> hosts) {
        this.hosts = hosts;
        for (final var host : hosts) {
            for (final var candidate : host.interfaces().values()) {
                candidate.ifaceId().flatMap(Uuids::parse).ifPresent(id ->
                    byIfaceId.computeIfAbsent(id, key -> new ArrayList<>()).add(new Claim(host, candidate)));
            }
        }
    }

    /** The interfaces that carry the port's uuid as iface-id, the one that counts first. */
    List<Claim> byIfaceId(final Port port) {
        final var claims = byIfaceId.getOrDefault(port.id(), List.of());
        if (claims.size() < 2) {
            return claims;
        }
        // A machine whose host died is where it was started anew, however long its old host keeps its place.
        final Comparator<Claim> byLife = Comparator.comparing(claim -> !claim.host().connected());
        // The newest is where a migrated machine is now; a controller that started later cannot tell, the port may.
        return claims.stream()
            .sorted(byLife
                .thenComparingLong(claim -> -claim.candidate().arrival())
                .thenComparing(claim -> port.hostId().filter(claim.host()::isCalled).isEmpty())
                .thenComparing(claim -> claim.host().id())
                .thenComparing(claim -> claim.candidate().name()))
            .toList();
    }

    /** The interface that the port names by host and interface name, where it has no iface-id of a port. */
    Optional<Claim> byName(final Port port) {
        if (port.hostId().isEmpty() || port.interfaceName().isEmpty()) {
            return Optional.empty();
        }
        return hosts.stream()
            .filter(host -> host.isCalled(port.hostId().get()))
            .sorted(Comparator.comparing(Host::id))
            .flatMap(host -> Optional.ofNullable(host.interfaces().get(port.interfaceName().get()))
                .map(candidate -> new Claim(host, candidate)).stream())
            .findFirst();
    }

    /**
     * An interface that may be a port's.
     *
     * @param host      its host
     * @param candidate the interface
     */
    record Claim(Host host, HostInterface candidate) {
        /** Not the whole host's, which grows with all its interfaces. */
        @Override
        public int hashCode() {
            return Objects.hash(host.id(), candidate.name());
        }

        @Override
        public String toString() {
            return "interface " + candidate.name() + " on host " + host.id();
        }
    }
}
