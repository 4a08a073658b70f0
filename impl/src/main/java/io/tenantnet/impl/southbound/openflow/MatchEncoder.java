/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.tenantnet.impl.flow.FieldMatch;
import io.tenantnet.impl.flow.Match;
import java.util.ArrayList;
import java.util.List;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Dscp;
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
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.Icmpv4MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.Icmpv6MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.IpMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.Layer3Match;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.Layer4Match;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.MetadataBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.TunnelBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.ArpMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.Ipv4MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.Ipv6MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._4.match.TcpMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._4.match.UdpMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.general.rev140714.GeneralAugMatchRpcAddFlow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.general.rev140714.GeneralAugMatchRpcAddFlowBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.general.rev140714.general.extension.list.grouping.ExtensionList;
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
    private TcpMatchBuilder tcp;
    private Icmpv4MatchBuilder icmp;
    private Icmpv6MatchBuilder icmpv6;
    private Ipv4MatchBuilder ipv4;
    private Ipv6MatchBuilder ipv6;
    private final List<ExtensionList> extensions = new ArrayList<>();

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
        if (ExtensionEncoder.knows(condition.field())) {
            extensions.add(ExtensionEncoder.encode(condition));
            return;
        }
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
            case VLAN_VID -> result.setVlanMatch(VlanEncoder.encode(condition));
            case IP_PROTO -> result.setIpMatch(new IpMatchBuilder()
                .setIpProtocol(Uint8.valueOf((int) exact(condition))).build());
            // To be set, not matched: beside a protocol it would take its place.
            case IP_DSCP -> result.setIpMatch(new IpMatchBuilder()
                .setIpDscp(new Dscp(Uint8.valueOf((int) exact(condition)))).build());
            case IPV4_SRC -> ipv4().setIpv4Source(Addresses.ipv4(condition));
            case IPV4_DST -> ipv4().setIpv4Destination(Addresses.ipv4(condition));
            case IPV6_SRC -> ipv6().setIpv6Source(Addresses.ipv6(condition));
            case IPV6_DST -> ipv6().setIpv6Destination(Addresses.ipv6(condition));
            case TCP_SRC -> tcp().setTcpSourcePort(port(condition));
            case TCP_DST -> tcp().setTcpDestinationPort(port(condition));
            case ICMP_TYPE -> icmp().setIcmpv4Type(octet(condition));
            case ICMP_CODE -> icmp().setIcmpv4Code(octet(condition));
            case ICMPV6_TYPE -> icmpv6().setIcmpv6Type(octet(condition));
            case ICMPV6_CODE -> icmpv6().setIcmpv6Code(octet(condition));
            case ND_TARGET -> ipv6().setIpv6NdTarget(Addresses.whole(condition));
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
        if (ipv4 != null) {
            layer3(ipv4.build());
        }
        if (ipv6 != null) {
            layer3(ipv6.build());
        }
        if (udp != null) {
            layer4(udp.build());
        }
        if (tcp != null) {
            layer4(tcp.build());
        }
        if (icmp != null) {
            result.setIcmpv4Match(icmp.build());
        }
        if (icmpv6 != null) {
            result.setIcmpv6Match(icmpv6.build());
        }
        if (!extensions.isEmpty()) {
            result.addAugmentation(GeneralAugMatchRpcAddFlow.class,
                new GeneralAugMatchRpcAddFlowBuilder().setExtensionList(extensions).build());
        }
        return result.build();
    }

    private void layer3(final Layer3Match match) {
        if (result.getLayer3Match() != null) {
            throw new IllegalArgumentException("A packet has only one of ARP, IPv4 and IPv6");
        }
        result.setLayer3Match(match);
    }

    private void layer4(final Layer4Match match) {
        if (result.getLayer4Match() != null) {
            throw new IllegalArgumentException("A packet has only one of TCP and UDP");
        }
        result.setLayer4Match(match);
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

    private TcpMatchBuilder tcp() {
        if (tcp == null) {
            tcp = new TcpMatchBuilder();
        }
        return tcp;
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

    private static Uint8 octet(final FieldMatch condition) {
        return Uint8.valueOf((int) exact(condition));
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
