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
 * @param port    the port
 * @param segment its network
 * @param place   where it is
 * @param guard   its security groups, where it has any
 * @param qos     the QoS policy that holds for it
 * @param dhcp    as whom TenantNet answers its machine's DHCPv4 requests; empty where it does not
 * @param ipv6    what TenantNet tells its machine of IPv6
 */
public record BoundPort(Port port, Segment segment, Place place, Optional<Guard> guard,
        Optional<QosPolicy> qos, Optional<DhcpServer> dhcp, Ipv6Service ipv6) {
    /** A port of which it is not known yet what its security groups, its QoS policy and its subnets mean. */
    public BoundPort(final Port port, final Segment segment, final Place place) {
        this(port, segment, place, Optional.empty(), Optional.empty(), Optional.empty(), Ipv6Service.NONE);
    }

    BoundPort guardedBy(final Guard its) {
        return new BoundPort(port, segment, place, Optional.of(its), qos, dhcp, ipv6);
    }

    BoundPort shapedBy(final QosPolicy its) {
        return new BoundPort(port, segment, place, guard, Optional.of(its), dhcp, ipv6);
    }

    BoundPort servedBy(final Optional<DhcpServer> its, final Ipv6Service itsIpv6) {
        return new BoundPort(port, segment, place, guard, qos, its, itsIpv6);
    }

    /** The host of the interface. */
    public String hostId() {
        return place.hostId();
    }

    /** The interface. */
    public String interfaceName() {
        return place.interfaceName();
    }

    /** The interface's OpenFlow port number, which the ports of a trunk have in common. */
    public int ofport() {
        return place.ofport();
    }

    /** What tells it from all other ports of the host: see {@link Place#number()}. */
    public int number() {
        return place.number();
    }

    /** Whether source addresses are checked: the port's own wish, else its network's default. */
    public boolean portSecurity() {
        return port.portSecurity().orElse(segment.network().portSecurity());
    }
}
