/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.tenantnet.impl.flow.FieldMatch;
import io.tenantnet.impl.flow.Match;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.PortNumber;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.MacAddress;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeConnectorId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.l2.types.rev130827.EtherType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.arp.match.fields.ArpSourceHardwareAddressBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.arp.match.fields.ArpTargetHardwareAddressBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.ethernet.match.fields.EthernetDestinationBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.ethernet.match.fields.EthernetSourceBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.ethernet.match.fields.EthernetTypeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.EthernetMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.IpMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.Layer3Match;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.MetadataBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.TunnelBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.ArpMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.Ipv4MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.Ipv6MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._4.match.UdpMatchBuilder;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint64;
import org.opendaylight.yangtools.yang.common.Uint8;

/**
 * Puts a match into OpenFlowPlugin's words. Strict: what it can't say in full it refuses, since OpenFlowPlugin reports as
 * written what it then fails to encode, and a flow that matches more than it should is worse than none.
 */
final class MatchEncoder {
    private final MatchBuilder result = new MatchBuilder();
    private EthernetMatchBuilder ethernet;
    private ArpMatchBuilder arp;
    private UdpMatchBuilder udp;

    private MatchEncoder() {
    }

    /**
     * Encodes a match.
     *
     * @throws IllegalArgumentException if it has a condition that OpenFlow 1.3.5 section 7.2.3.7 or OpenFlowPlugin's
     *                                  model does not allow
     */
    static org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.Match encode(final Match match) {
        final var encoder = new MatchEncoder();
        match.fields().forEach(encoder::add);
        return encoder.build();
    }

    private void add(final FieldMatch condition) {
        switch (condition.field()) {
            case IN_PORT -> result.setInPort(new NodeConnectorId(Long.toString(exact(condition))));
            case METADATA -> result.setMetadata(new MetadataBuilder().setMetadata(Uint64.fromLongBits(condition.low()))
                .setMetadataMask(mask(condition)).build());
            case TUN_ID -> result.setTunnel(new TunnelBuilder().setTunnelId(Uint64.fromLongBits(condition.low()))
                .setTunnelMask(mask(condition)).build());
            case ETH_DST -> ethernet().setEthernetDestination(new EthernetDestinationBuilder()
                .setAddress(Addresses.mac(condition.low())).setMask(macMask(condition)).build());
            case ETH_SRC -> ethernet().setEthernetSource(new EthernetSourceBuilder()
                .setAddress(Addresses.mac(condition.low())).setMask(macMask(condition)).build());
            case ETH_TYPE -> ethernet().setEthernetType(new EthernetTypeBuilder()
                .setType(new EtherType(Uint32.valueOf(exact(condition)))).build());
            case IP_PROTO -> result.setIpMatch(new IpMatchBuilder()
                .setIpProtocol(Uint8.valueOf((int) exact(condition))).build());
            case IPV4_SRC -> layer3(new Ipv4MatchBuilder().setIpv4Source(Addresses.ipv4(condition)).build());
            case IPV6_SRC -> layer3(new Ipv6MatchBuilder().setIpv6Source(Addresses.ipv6(condition)).build());
            case UDP_SRC -> udp().setUdpSourcePort(port(condition));
            case UDP_DST -> udp().setUdpDestinationPort(port(condition));
            case ARP_OP -> arp().setArpOp(Uint16.valueOf((int) exact(condition)));
            case ARP_SPA -> arp().setArpSourceTransportAddress(Addresses.ipv4(condition));
            case ARP_TPA -> arp().setArpTargetTransportAddress(Addresses.ipv4(condition));
            case ARP_SHA -> arp().setArpSourceHardwareAddress(new ArpSourceHardwareAddressBuilder()
                .setAddress(Addresses.mac(condition.low())).setMask(macMask(condition)).build());
            case ARP_THA -> arp().setArpTargetHardwareAddress(new ArpTargetHardwareAddressBuilder()
                .setAddress(Addresses.mac(condition.low())).setMask(macMask(condition)).build());
            default -> throw new IllegalArgumentException("OpenFlowPlugin can't match " + condition);
        }
    }

    private org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.Match build() {
        if (ethernet != null) {
            result.setEthernetMatch(ethernet.build());
        }
        if (arp != null) {
            layer3(arp.build());
        }
        if (udp != null) {
            result.setLayer4Match(udp.build());
        }
        return result.build();
    }

    private void layer3(final Layer3Match match) {
        if (result.getLayer3Match() != null) {
            throw new IllegalArgumentException("A packet has only one of ARP, IPv4 and IPv6");
        }
        result.setLayer3Match(match);
    }

    private EthernetMatchBuilder ethernet() {
        if (ethernet == null) {
            ethernet = new EthernetMatchBuilder();
        }
        return ethernet;
    }

    private ArpMatchBuilder arp() {
        if (arp == null) {
            arp = new ArpMatchBuilder();
        }
        return arp;
    }

    private UdpMatchBuilder udp() {
        if (udp == null) {
            udp = new UdpMatchBuilder();
        }
        return udp;
    }

    private static PortNumber port(final FieldMatch condition) {
        return new PortNumber(Uint16.valueOf((int) exact(condition)));
    }

    private static long exact(final FieldMatch condition) {
        if (!condition.isExact()) {
            throw new IllegalArgumentException("OpenFlow 1.3 has no mask for " + condition);
        }
        return condition.low();
    }

    private static Uint64 mask(final FieldMatch condition) {
        return condition.isExact() ? null : Uint64.fromLongBits(condition.maskLow());
    }

    private static MacAddress macMask(final FieldMatch condition) {
        return condition.isExact() ? null : Addresses.mac(condition.maskLow());
    }
}
