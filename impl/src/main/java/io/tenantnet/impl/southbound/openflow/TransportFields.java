/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.tenantnet.impl.flow.FieldMatch;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.PortNumber;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.Icmpv4MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.Icmpv6MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._4.match.TcpMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._4.match.UdpMatchBuilder;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint8;

/** Conditions for TCP, UDP and ICMP. */
final class TransportFields {
    private @Nullable TcpMatchBuilder tcp;
    private @Nullable UdpMatchBuilder udp;
    private @Nullable Icmpv4MatchBuilder icmp;
    private @Nullable Icmpv6MatchBuilder icmpv6;

    /** Adds a condition; false for one of another layer. */
    boolean add(final FieldMatch condition) {
        switch (condition.field()) {
            case TCP_SRC -> tcp().setTcpSourcePort(port(condition));
            case TCP_DST -> tcp().setTcpDestinationPort(port(condition));
            case UDP_SRC -> udp().setUdpSourcePort(port(condition));
            case UDP_DST -> udp().setUdpDestinationPort(port(condition));
            case ICMP_TYPE -> icmp().setIcmpv4Type(octet(condition));
            case ICMP_CODE -> icmp().setIcmpv4Code(octet(condition));
            case ICMPV6_TYPE -> icmpv6().setIcmpv6Type(octet(condition));
            case ICMPV6_CODE -> icmpv6().setIcmpv6Code(octet(condition));
            default -> {
                return false;
            }
        }
        return true;
    }

    /**
     * Puts the conditions into a match.
     *
     * @throws IllegalArgumentException if they are of TCP and of UDP
     */
    void into(final MatchBuilder match) {
        if (tcp != null && udp != null) {
            throw new IllegalArgumentException("A packet has only one of TCP and UDP");
        }
        if (tcp != null) {
            match.setLayer4Match(tcp.build());
        }
        if (udp != null) {
            match.setLayer4Match(udp.build());
        }
        if (icmp != null) {
            match.setIcmpv4Match(icmp.build());
        }
        if (icmpv6 != null) {
            match.setIcmpv6Match(icmpv6.build());
        }
    }

    private TcpMatchBuilder tcp() {
        if (tcp == null) {
            tcp = new TcpMatchBuilder();
        }
        return tcp;
    }

    private UdpMatchBuilder udp() {
        if (udp == null) {
            udp = new UdpMatchBuilder();
        }
        return udp;
    }

    private Icmpv4MatchBuilder icmp() {
        if (icmp == null) {
            icmp = new Icmpv4MatchBuilder();
        }
        return icmp;
    }

    private Icmpv6MatchBuilder icmpv6() {
        if (icmpv6 == null) {
            icmpv6 = new Icmpv6MatchBuilder();
        }
        return icmpv6;
    }

    private static PortNumber port(final FieldMatch condition) {
        return new PortNumber(Uint16.valueOf((int) Conditions.exact(condition)));
    }

    private static Uint8 octet(final FieldMatch condition) {
        return Uint8.valueOf((int) Conditions.exact(condition));
    }
}
