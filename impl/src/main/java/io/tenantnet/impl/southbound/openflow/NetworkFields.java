/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.tenantnet.impl.flow.FieldMatch;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.arp.match.fields.ArpSourceHardwareAddressBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.arp.match.fields.ArpTargetHardwareAddressBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.Layer3Match;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.ArpMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.Ipv4MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.Ipv6MatchBuilder;
import org.opendaylight.yangtools.yang.common.Uint16;

/** Conditions for ARP, IPv4 and IPv6, of which a packet has only one. */
final class NetworkFields {
    private @Nullable ArpMatchBuilder arp;
    private @Nullable Ipv4MatchBuilder ipv4;
    private @Nullable Ipv6MatchBuilder ipv6;

    /** Adds a condition; false for one of another layer. */
    boolean add(final FieldMatch condition) {
        switch (condition.field()) {
            case IPV4_SRC -> ipv4().setIpv4Source(Addresses.ipv4(condition));
            case IPV4_DST -> ipv4().setIpv4Destination(Addresses.ipv4(condition));
            case IPV6_SRC -> ipv6().setIpv6Source(Addresses.ipv6(condition));
            case IPV6_DST -> ipv6().setIpv6Destination(Addresses.ipv6(condition));
            case ND_TARGET -> ipv6().setIpv6NdTarget(Addresses.whole(condition));
            case ARP_OP -> arp().setArpOp(Uint16.valueOf((int) Conditions.exact(condition)));
            case ARP_SPA -> arp().setArpSourceTransportAddress(Addresses.ipv4(condition));
            case ARP_TPA -> arp().setArpTargetTransportAddress(Addresses.ipv4(condition));
            case ARP_SHA -> arp().setArpSourceHardwareAddress(new ArpSourceHardwareAddressBuilder()
                .setAddress(Addresses.mac(condition.low())).setMask(Conditions.macMask(condition)).build());
            case ARP_THA -> arp().setArpTargetHardwareAddress(new ArpTargetHardwareAddressBuilder()
                .setAddress(Addresses.mac(condition.low())).setMask(Conditions.macMask(condition)).build());
            default -> {
                return false;
            }
        }
        return true;
    }

    /**
     * Puts the conditions into a match.
     *
     * @throws IllegalArgumentException if they are of more than one of the protocols
     */
    void into(final MatchBuilder match) {
        if (arp != null) {
            set(match, arp.build());
        }
        if (ipv4 != null) {
            set(match, ipv4.build());
        }
        if (ipv6 != null) {
            set(match, ipv6.build());
        }
    }

    private static void set(final MatchBuilder match, final Layer3Match protocol) {
        if (match.getLayer3Match() != null) {
            throw new IllegalArgumentException("A packet has only one of ARP, IPv4 and IPv6");
        }
        match.setLayer3Match(protocol);
    }

    private ArpMatchBuilder arp() {
        if (arp == null) {
            arp = new ArpMatchBuilder();
        }
        return arp;
    }

    private Ipv4MatchBuilder ipv4() {
        if (ipv4 == null) {
            ipv4 = new Ipv4MatchBuilder();
        }
        return ipv4;
    }

    private Ipv6MatchBuilder ipv6() {
        if (ipv6 == null) {
            ipv6 = new Ipv6MatchBuilder();
        }
        return ipv6;
    }
}
