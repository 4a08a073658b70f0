/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Ipv6Mode;
import io.tenantnet.impl.model.Subnet;
import io.tenantnet.impl.resolve.Advertisement.Prefix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells what the routers in each network advertise there: the subnets that have a mode for it (Neutron: ipv6_ra_mode). */
final class Advertisements {
    private final Map<UUID, List<Advertisement>> byNetwork = new HashMap<>();
    private final Map<UUID, List<Subnet>> advertised = new HashMap<>();

    Advertisements(final Collection<Subnet> subnets, final Collection<ResolvedRouter> routers) {
        subnets.stream().filter(subnet -> subnet.options().raMode().isPresent()).sorted(Comparator.comparing(Subnet::id))
            .forEach(subnet -> advertised.computeIfAbsent(subnet.networkId(), id -> new ArrayList<>()).add(subnet));
        if (!advertised.isEmpty()) {
            routers.stream().flatMap(router -> router.interfaces().stream())
                .sorted(Comparator.comparing(RouterInterface::portId)).forEach(this::add);
        }
    }

    private void add(final RouterInterface entry) {
        final var subnets = advertised.getOrDefault(entry.networkId(), List.of()).stream()
            .filter(subnet -> entry.subnets().contains(subnet.cidr())).toList();
        if (!subnets.isEmpty()) {
            byNetwork.computeIfAbsent(entry.networkId(), id -> new ArrayList<>()).add(new Advertisement(entry.portId(),
                entry.mac(), subnets.stream().anyMatch(subnet -> isGateway(entry, subnet)),
                subnets.stream().anyMatch(subnet -> mode(subnet).isManaged()),
                subnets.stream().anyMatch(subnet -> mode(subnet).hasOther()), entry.segment().network().mtu(),
                subnets.stream().map(subnet -> new Prefix(subnet.cidr(), !mode(subnet).isManaged())).toList(),
                subnets.stream().flatMap(subnet -> subnet.options().nameServers().stream()).distinct().toList()));
        }
    }

    /** A subnet that names another gateway has it. */
    private static boolean isGateway(final RouterInterface entry, final Subnet subnet) {
        return subnet.gateway().isEmpty() || entry.addresses().contains(subnet.gateway().get())
            || entry.linkLocal().equals(subnet.gateway());
    }

    private static Ipv6Mode mode(final Subnet subnet) {
        return subnet.options().raMode().orElseThrow();
    }

    /** Those in a network, in the order of the routers' ports. */
    List<Advertisement> in(final UUID networkId) {
        return byNetwork.getOrDefault(networkId, List.of());
    }
}
