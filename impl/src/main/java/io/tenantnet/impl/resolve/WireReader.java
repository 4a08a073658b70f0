/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.model.Vtep.LearnedMac;
import io.tenantnet.impl.model.Vtep;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Gathers by network which switches have a part of it, and which machines they have learned there. */
final class WireReader {
    private final Map<UUID, SortedSet<IpAddress>> places = new HashMap<>();
    private final Map<UUID, SortedMap<MacAddress, IpAddress>> macs = new HashMap<>();

    WireReader(final TenantModel tenant, final Collection<Vtep> vteps, final List<Attachment> attachments) {
        attachments.forEach(one ->
            places.computeIfAbsent(one.networkId(), id -> new TreeSet<>()).add(one.address()));
        if (places.isEmpty()) {
            return;
        }
        // The model's word counts more than what somebody on a wire says of himself.
        final var own = new HashSet<Object>();
        tenant.ports().values().stream().filter(port -> places.containsKey(port.networkId()))
            .forEach(port -> own.add(key(port)));
        // A machine that moved is where it was seen last; the former switch forgets it in its own time.
        vteps.stream().flatMap(vtep -> vtep.macs().stream())
            .filter(one -> places.getOrDefault(one.network(), new TreeSet<>()).contains(one.locator()))
            .filter(one -> !own.contains(Map.entry(one.network(), one.mac())))
            .sorted(Comparator.comparing(LearnedMac::arrival).thenComparing(LearnedMac::present)
                .thenComparing(LearnedMac::locator))
            .forEach(this::take);
    }

    private void take(final LearnedMac one) {
        final var known = macs.computeIfAbsent(one.network(), id -> new TreeMap<>());
        if (one.present()) {
            known.put(one.mac(), one.locator());
        } else {
            known.remove(one.mac());
        }
    }

    private static Object key(final Port port) {
        return Map.entry(port.networkId(), port.mac());
    }

    Map<UUID, Wire> wires() {
        final var wires = new HashMap<UUID, Wire>();
        places.forEach((id, vteps) -> wires.put(id, new Wire(vteps, macs.getOrDefault(id, new TreeMap<>()))));
        return wires;
    }
}
