/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.L2GatewayConnection;
import io.tenantnet.impl.model.L2Gateways;
import io.tenantnet.impl.model.VtepBinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Turns bindings and connections into claims; in the order of their uuids, so that of two the same one always wins. */
final class ClaimReader {
    private final List<Claim> claims = new ArrayList<>();
    private final Map<UUID, String> problems = new HashMap<>();

    ClaimReader(final L2Gateways wanted) {
        wanted.bindings().values().forEach(this::read);
        wanted.connections().values().forEach(connection -> read(connection, wanted));
        claims.sort(Comparator.comparing(Claim::origin).thenComparing(Claim::port).thenComparing(Claim::vlan));
        final var connected = new ArrayList<UUID>();
        wanted.connections().values().forEach(connection -> connected.add(connection.gatewayId()));
        wanted.gateways().keySet().stream().filter(id -> !connected.contains(id))
            .forEach(id -> problems.put(id, "no l2-gateway-connection names it"));
    }

    private void read(final VtepBinding binding) {
        claims.add(new Claim(binding.id(), "vtep-binding " + binding.id(), binding.port(), binding.vlan(),
            binding.networkId()));
    }

    private void read(final L2GatewayConnection connection, final L2Gateways wanted) {
        final var gateway = wanted.gateways().get(connection.gatewayId());
        if (gateway == null) {
            problems.put(connection.id(), "l2-gateway " + connection.gatewayId() + " does not exist");
            return;
        }
        if (gateway.interfaces().isEmpty()) {
            problems.put(connection.id(), "l2-gateway " + connection.gatewayId() + " has no interfaces");
        }
        final boolean unused = connection.vlan().isPresent() && !gateway.interfaces().isEmpty()
            && gateway.interfaces().values().stream().noneMatch(Set::isEmpty);
        if (unused) {
            problems.put(connection.id(), "segmentation-id " + connection.vlan().getAsInt()
                + " has no effect: every interface of l2-gateway " + gateway.id() + " names its own");
        }
        gateway.interfaces().forEach((port, vlans) -> {
            final Set<Integer> counting = vlans.isEmpty() ? Set.of(connection.vlan().orElse(0)) : vlans;
            counting.forEach(vlan -> claims.add(new Claim(connection.id(), "l2-gateway-connection " + connection.id(),
                port, vlan, connection.networkId())));
        });
    }

    List<Claim> claims() {
        return claims;
    }

    Map<UUID, String> problems() {
        return problems;
    }
}
