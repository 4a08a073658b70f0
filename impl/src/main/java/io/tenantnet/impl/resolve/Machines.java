/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.TenantModel;
import java.util.Collection;
import java.util.List;

/** The ports that have a place, with all that is no matter of security groups. */
final class Machines {
    private final PortResolver places;
    private final QosResolver qos;
    private final DhcpResolver dhcp;
    private final List<BoundPort> ports;

    /**
     * Finds them.
     *
     * @param tenant the model; its ports all, or those of a {@link Region}
     * @param hosts  the hosts, with all interfaces or those of the region
     * @param ground what else there is
     */
    Machines(final TenantModel tenant, final Collection<Host> hosts, final Ground ground) {
        final var sites = ground.sites().sites();
        places = new PortResolver(tenant, hosts.stream().filter(host -> sites.containsKey(host.id())).toList(), sites,
            ground.segments(), ground.inner(), ground.trunks());
        qos = new QosResolver(tenant, places.bound());
        dhcp = new DhcpResolver(tenant, ground.subnets(), qos.ports().values());
        final var ipv6 = new Ipv6Resolver(ground.advertisements(), ground.subnets(), dhcp);
        ports = qos.ports().values().stream().map(port -> port.servedBy(dhcp.server(port), ipv6.of(port))).toList();
    }

    PortResolver places() {
        return places;
    }

    QosResolver qos() {
        return qos;
    }

    DhcpResolver dhcp() {
        return dhcp;
    }

    List<BoundPort> ports() {
        return ports;
    }
}
