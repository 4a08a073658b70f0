/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.Port;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Which port has what only one can have: an address in a network, a number or a VLAN on a host. */
final class PortClaims {
    private final Map<Object, UUID> owners = new HashMap<>();

    private record Need(Object key, String name) {
    }

    /** What of a port's needs another port has, in words; empty where it can have them all. */
    Optional<String> conflict(final Port port, final Claims.Claim claim, final int vlan) {
        return needs(port, claim, vlan).stream().filter(need -> owners.containsKey(need.key())).findFirst()
            .map(need -> need.name() + " belongs to port " + owners.get(need.key()));
    }

    /** Gives a port all it needs. */
    void take(final Port port, final Claims.Claim claim, final int vlan) {
        needs(port, claim, vlan).forEach(need -> owners.put(need.key(), port.id()));
    }

    private static List<Need> needs(final Port port, final Claims.Claim claim, final int vlan) {
        final var needs = new ArrayList<Need>();
        Stream.concat(Stream.of(port.mac()), port.fixedIps().stream().map(FixedIp::address)).forEach(address ->
            needs.add(new Need(Map.entry(port.networkId(), address), "address " + address)));
        // While Open vSwitch renumbers its ports, two interfaces may be seen with the same number for a moment.
        needs.add(new Need(List.of(claim.host().id(), claim.candidate().ofport().getAsInt(), vlan),
            (vlan == 0 ? "the OpenFlow port number of " : "VLAN " + vlan + " at the OpenFlow port number of ") + claim));
        return needs;
    }
}
