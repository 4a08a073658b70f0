/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.FieldMatch;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Vlan;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.ArpMatch;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.Ipv4Match;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.Ipv6Match;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._4.match.UdpMatch;
import org.opendaylight.yangtools.yang.common.Uint64;

class MatchEncoderTest {
    private static final MacAddress MAC = MacAddress.parse("0a:1b:2c:3d:4e:5f");
    private static final Set<Field> NOT_MATCHED = EnumSet.of(Field.TUN_DST, Field.VLAN_VID, Field.SCTP_DST,
        Field.ND_TLL, Field.ND_OPTIONS_TYPE, Field.ND_RESERVED);

    @Test
    void everyPacketIsAnEmptyMatch() {
        final var match = MatchEncoder.encode(Match.ANY);
        assertThat(match.getInPort()).isNull();
        assertThat(match.getEthernetMatch()).isNull();
        assertThat(match.getLayer3Match()).isNull();
        assertThat(match.getMetadata()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Field.class)
    void everyFieldIsEitherSaidOrRefused(final Field field) {
        final var match = Match.ANY.with(new FieldMatch(field, 0, 1, field.onesHigh(), field.onesLow()));
        if (NOT_MATCHED.contains(field)) {
            assertThatThrownBy(() -> MatchEncoder.encode(match)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(field.toString());
        } else {
            assertThat(MatchEncoder.encode(match)).isNotEqualTo(MatchEncoder.encode(Match.ANY));
        }
    }

    @Test
    void port() {
        assertThat(MatchEncoder.encode(Match.ANY.with(Field.IN_PORT, 0xffff_fffeL)).getInPort().getValue())
            .isEqualTo("4294967294");
    }

    @Test
    void metadata() {
        final var masked = MatchEncoder.encode(Match.ANY.with(Field.METADATA, 0x12, 0x1_0fff_ffffL)).getMetadata();
        assertThat(masked.getMetadata()).isEqualTo(Uint64.valueOf(0x12));
        assertThat(masked.getMetadataMask()).isEqualTo(Uint64.valueOf(0x1_0fff_ffffL));
        final var whole = MatchEncoder.encode(Match.ANY.with(Field.METADATA, -1L)).getMetadata();
        assertThat(whole.getMetadata()).isEqualTo(Uint64.MAX_VALUE);
        assertThat(whole.getMetadataMask()).isNull();
    }

    @Test
    void vlan() {
        final var none = MatchEncoder.encode(Vlan.none(Match.ANY)).getVlanMatch().getVlanId();
        assertThat(none.isVlanIdPresent()).isFalse();
        assertThat(none.getVlanId().getValue().intValue()).isZero();
        final var any = MatchEncoder.encode(Vlan.any(Match.ANY)).getVlanMatch().getVlanId();
        assertThat(any.isVlanIdPresent()).isTrue();
        assertThat(any.getVlanId().getValue().intValue()).isZero();
        final var one = MatchEncoder.encode(Vlan.is(Match.ANY, 4094)).getVlanMatch().getVlanId();
        assertThat(one.isVlanIdPresent()).isTrue();
        assertThat(one.getVlanId().getValue().intValue()).isEqualTo(4094);
        final var zero = Vlan.is(Match.ANY, 0);
        assertThatThrownBy(() -> MatchEncoder.encode(zero)).as("OpenFlowPlugin makes any VLAN of it")
            .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tunnelId() {
        final var tunnel = MatchEncoder.encode(Match.ANY.with(Field.TUN_ID, 16_777_215)).getTunnel();
        assertThat(tunnel.getTunnelId()).isEqualTo(Uint64.valueOf(16_777_215));
        assertThat(tunnel.getTunnelMask()).isNull();
        assertThat(MatchEncoder.encode(Match.ANY.with(Field.TUN_ID, 0x10, 0xf0)).getTunnel().getTunnelMask())
            .isEqualTo(Uint64.valueOf(0xf0));
    }

    @Test
    void ethernet() {
        final var ethernet = MatchEncoder.encode(Match.ANY.with(Field.ETH_SRC, MAC)
            .with(Field.ETH_DST, 0x0180_c200_0000L, 0xffff_ffff_fff0L).with(Field.ETH_TYPE, 0x86dd)).getEthernetMatch();
        assertThat(ethernet.getEthernetSource().getAddress().getValue()).isEqualTo("0a:1b:2c:3d:4e:5f");
        assertThat(ethernet.getEthernetSource().getMask()).isNull();
        assertThat(ethernet.getEthernetDestination().getAddress().getValue()).isEqualTo("01:80:c2:00:00:00");
        assertThat(ethernet.getEthernetDestination().getMask().getValue()).isEqualTo("ff:ff:ff:ff:ff:f0");
        assertThat(ethernet.getEthernetType().getType().getValue().intValue()).isEqualTo(0x86dd);
    }

    @Test
    void dhcpRequest() {
        final var match = MatchEncoder.encode(Match.ANY.with(Field.ETH_TYPE, 0x800)
            .with(Field.IPV4_SRC, IpAddress.parse("0.0.0.0")).with(Field.IP_PROTO, 17)
            .with(Field.UDP_SRC, 68).with(Field.UDP_DST, 67));
        assertThat(((Ipv4Match) match.getLayer3Match()).getIpv4Source().getValue()).isEqualTo("0.0.0.0/32");
        assertThat(match.getIpMatch().getIpProtocol().intValue()).isEqualTo(17);
        final var udp = (UdpMatch) match.getLayer4Match();
        assertThat(udp.getUdpSourcePort().getValue().intValue()).isEqualTo(68);
        assertThat(udp.getUdpDestinationPort().getValue().intValue()).isEqualTo(67);
    }

    @ParameterizedTest
    @ValueSource(strings = {"128.0.0.0/1", "10.1.2.0/23", "10.1.2.3/32", "255.255.255.255/32"})
    void ipv4Block(final String block) {
        final var match = MatchEncoder.encode(Match.ANY.with(Field.IPV4_SRC, Cidr.parse(block)));
        assertThat(((Ipv4Match) match.getLayer3Match()).getIpv4Source().getValue()).isEqualTo(block);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8000::/1", "2001:db8::/63", "2001:db8:0:1::/64", "2001:db8:0:1:8000::/65",
        "2001:db8::2/127", "2001:db8::3/128", "::/128", "fe80::81b:2cff:fe3d:4e5f/128"})
    void ipv6Block(final String block) {
        final var match = MatchEncoder.encode(Match.ANY.with(Field.IPV6_SRC, Cidr.parse(block)));
        assertThat(((Ipv6Match) match.getLayer3Match()).getIpv6Source().getValue()).isEqualTo(block);
    }

    @Test
    void arp() {
        final var match = (ArpMatch) MatchEncoder.encode(Match.ANY.with(Field.ARP_OP, 2)
            .with(Field.ARP_SPA, Cidr.parse("10.0.0.0/8")).with(Field.ARP_TPA, IpAddress.parse("10.0.0.1"))
            .with(Field.ARP_SHA, MAC).with(Field.ARP_THA, MacAddress.BROADCAST)).getLayer3Match();
        assertThat(match.getArpOp().intValue()).isEqualTo(2);
        assertThat(match.getArpSourceTransportAddress().getValue()).isEqualTo("10.0.0.0/8");
        assertThat(match.getArpTargetTransportAddress().getValue()).isEqualTo("10.0.0.1/32");
        assertThat(match.getArpSourceHardwareAddress().getAddress().getValue()).isEqualTo("0a:1b:2c:3d:4e:5f");
        assertThat(match.getArpTargetHardwareAddress().getAddress().getValue()).isEqualTo("ff:ff:ff:ff:ff:ff");
        assertThat(match.getArpTargetHardwareAddress().getMask()).isNull();
    }

    @ParameterizedTest
    @EnumSource(value = Field.class, names = {"IN_PORT", "ETH_TYPE", "IP_PROTO", "UDP_SRC", "UDP_DST", "ARP_OP"})
    void fieldsWithoutMaskInOpenFlow(final Field field) {
        final var match = Match.ANY.with(field, 0, 0xf);
        assertThatThrownBy(() -> MatchEncoder.encode(match)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void maskWithHoles() {
        final var ipv4 = Match.ANY.with(Field.IPV4_SRC, 0, 0xff00_ff00L);
        assertThatThrownBy(() -> MatchEncoder.encode(ipv4)).isInstanceOf(IllegalArgumentException.class);
        final var low = Match.ANY.with(Field.ARP_SPA, 0, 0xffL);
        assertThatThrownBy(() -> MatchEncoder.encode(low)).isInstanceOf(IllegalArgumentException.class);
        final var ipv6 = Match.ANY.with(new FieldMatch(Field.IPV6_SRC, 0, 0, 0, -1L));
        assertThatThrownBy(() -> MatchEncoder.encode(ipv6)).isInstanceOf(IllegalArgumentException.class);
        final var none = Match.ANY.with(Field.IPV4_SRC, 0, 0);
        assertThatThrownBy(() -> MatchEncoder.encode(none)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyOneNetworkProtocol() {
        final var match = Match.ANY.with(Field.IPV4_SRC, 1).with(Field.ARP_OP, 1);
        assertThatThrownBy(() -> MatchEncoder.encode(match)).isInstanceOf(IllegalArgumentException.class);
    }
}
