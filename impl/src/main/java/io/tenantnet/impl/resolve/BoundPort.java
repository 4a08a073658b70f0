/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.QosPolicy;
import java.util.Optional;

/**
 * A port whose interface was found.
 *
 * @param port          the port
 * @param segment       its network
 * @param hostId        the host of the interface
 * @param interfaceName the interface
 * @param ofport        its OpenFlow port number on that host's br-int
 * @param guard         its security groups, where it has any
 * @param qos           the QoS policy that holds for it
 * @param dhcp          as whom TenantNet answers its machine's DHCPv4 requests; empty where it does not
 * @param ipv6          what TenantNet tells its machine of IPv6
 */
public record BoundPort(Port port, Segment segment, String hostId, String interfaceName, int ofport,
        Optional<Guard> guard, Optional<QosPolicy> qos, Optional<DhcpServer> dhcp,
        Ipv6Service ipv6) {
    /** A port of which it is not known yet what its security groups, its QoS policy and its subnets mean. */
    public BoundPort(final Port port, final Segment segment, final String hostId, final String interfaceName,
            final int ofport) {
        this(port, segment, hostId, interfaceName, ofport, Optional.empty(), Optional.empty(), Optional.empty(),
            Ipv6Service.NONE);
    }

    BoundPort guardedBy(final Guard its) {
        return new BoundPort(port, segment, hostId, interfaceName, ofport, Optional.of(its), qos, dhcp, ipv6);
    }

    BoundPort shapedBy(final QosPolicy its) {
        return new BoundPort(port, segment, hostId, interfaceName, ofport, guard, Optional.of(its), dhcp, ipv6);
    }

    BoundPort servedBy(final Optional<DhcpServer> its, final Ipv6Service itsIpv6) {
        return new BoundPort(port, segment, hostId, interfaceName, ofport, guard, qos, its, itsIpv6);
    }

    /** Whether source addresses are checked: the port's own wish, else its network's default. */
    public boolean portSecurity() {
        return port.portSecurity().orElse(segment.network().portSecurity());
    }
}
