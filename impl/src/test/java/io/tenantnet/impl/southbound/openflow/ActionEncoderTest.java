/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Vlan;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.OutputActionCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.PopVlanActionCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.PushVlanActionCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.SetFieldCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.ArpMatch;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.layer._3.match.Ipv4Match;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.add.flow.input.instructions.instruction.instruction.apply.actions._case.apply.actions.action.action.NxActionRegLoadRpcAddFlowApplyActionsCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.add.flow.input.instructions.instruction.instruction.apply.actions._case.apply.actions.action.action.NxActionRegMoveRpcAddFlowApplyActionsCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.dst.choice.grouping.dst.choice.DstNxArpThaCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.dst.choice.grouping.dst.choice.DstNxTunIpv4DstCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.dst.choice.grouping.dst.choice.DstOfArpTpaCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.dst.choice.grouping.dst.choice.DstOfEthDstCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.src.choice.grouping.src.choice.SrcNxArpShaCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.src.choice.grouping.src.choice.SrcOfArpSpaCase;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.src.choice.grouping.src.choice.SrcOfEthSrcCase;
import org.opendaylight.yangtools.yang.binding.DataContainer;

class ActionEncoderTest {
    private static final MacAddress MAC = MacAddress.parse("0a:1b:2c:3d:4e:5f");
    private static final Set<Field> NOT_SET = EnumSet.of(Field.IN_PORT, Field.METADATA, Field.ETH_TYPE, Field.IP_PROTO,
        Field.CT_STATE, Field.CT_MARK, Field.VLAN_VID, Field.TCP_SRC, Field.TCP_DST,
        Field.SCTP_DST, Field.ICMP_CODE, Field.ICMPV6_CODE, Field.ND_TARGET, Field.ND_TLL, Field.ND_OPTIONS_TYPE,
        Field.ND_RESERVED);
    private static final Set<Field> NOT_MOVED = EnumSet.complementOf(EnumSet.of(Field.TUN_ID, Field.TUN_DST,
        Field.ETH_DST, Field.ETH_SRC, Field.IPV4_SRC, Field.IPV4_DST, Field.IPV6_SRC, Field.IPV6_DST, Field.ARP_OP,
        Field.ARP_SPA, Field.ARP_TPA, Field.ARP_SHA, Field.ARP_THA, Field.TCP_DST, Field.UDP_DST, Field.SCTP_DST,
        Field.ND_TARGET, Field.ND_TLL, Field.ND_OPTIONS_TYPE, Field.ND_RESERVED, Field.REG2));

    @Test
    void output() {
        assertThat(port(new Action.Output(12))).isEqualTo("12");
        assertThat(port(new Action.Output(Action.IN_PORT))).isEqualTo("4294967288");
    }

    @Test
    void theControllerGetsWholePackets() {
        final var output = ((OutputActionCase) ActionEncoder.encode(new Action.ToController())).getOutputAction();
        assertThat(output.getOutputNodeConnector().getValue()).isEqualTo("4294967293");
        assertThat(output.getMaxLength().toJava()).isEqualTo(0xffff);
    }

    private static String port(final Action output) {
        return ((OutputActionCase) ActionEncoder.encode(output)).getOutputAction().getOutputNodeConnector().getValue();
    }

    @Test
    void setTunnelId() {
        final var set = ((SetFieldCase) ActionEncoder.encode(new Action.SetField(Field.TUN_ID, 5001))).getSetField();
        assertThat(set.getTunnel().getTunnelId().longValue()).isEqualTo(5001);
        assertThat(set.getTunnel().getTunnelMask()).isNull();
    }

    @Test
    void vlanTags() {
        final var push = Vlan.push(7);
        assertThat(((PushVlanActionCase) ActionEncoder.encode(push.get(0))).getPushVlanAction().getEthernetType()
            .intValue()).isEqualTo(0x8100);
        final var id = ((SetFieldCase) ActionEncoder.encode(push.get(1))).getSetField().getVlanMatch().getVlanId();
        assertThat(id.isVlanIdPresent()).isTrue();
        assertThat(id.getVlanId().getValue().intValue()).isEqualTo(7);
        assertThat(ActionEncoder.encode(new Action.PopVlan())).isInstanceOf(PopVlanActionCase.class);
    }

    @Test
    void setEthernetSource() {
        final var set = ((SetFieldCase) ActionEncoder.encode(new Action.SetField(Field.ETH_SRC, MAC))).getSetField();
        assertThat(set.getEthernetMatch().getEthernetSource().getAddress().getValue()).isEqualTo("0a:1b:2c:3d:4e:5f");
        assertThat(set.getEthernetMatch().getEthernetDestination()).isNull();
    }

    @Test
    void setArp() {
        final var arp = (ArpMatch) ((SetFieldCase) ActionEncoder.encode(
            new Action.SetField(Field.ARP_SPA, IpAddress.parse("10.0.0.1")))).getSetField().getLayer3Match();
        assertThat(arp.getArpSourceTransportAddress().getValue()).isEqualTo("10.0.0.1/32");
        final var op = (ArpMatch) ((SetFieldCase) ActionEncoder.encode(
            new Action.SetField(Field.ARP_OP, 2))).getSetField().getLayer3Match();
        assertThat(op.getArpOp().intValue()).isEqualTo(2);
        final var ip = (Ipv4Match) ((SetFieldCase) ActionEncoder.encode(
            new Action.SetField(Field.IPV4_SRC, IpAddress.parse("10.0.0.1")))).getSetField().getLayer3Match();
        assertThat(ip.getIpv4Source().getValue()).isEqualTo("10.0.0.1/32");
    }

    @Test
    void setTunnelDestination() {
        final var load = ((NxActionRegLoadRpcAddFlowApplyActionsCase) ActionEncoder.encode(
            new Action.SetField(Field.TUN_DST, IpAddress.parse("192.0.2.1")))).getNxRegLoad();
        assertThat(load.getDst().getDstChoice()).isInstanceOf(DstNxTunIpv4DstCase.class);
        assertThat(load.getDst().getStart().intValue()).isZero();
        assertThat(load.getDst().getEnd().intValue()).isEqualTo(31);
        assertThat(load.getValue().longValue()).isEqualTo(0xc000_0201L);
    }

    @ParameterizedTest
    @EnumSource(Field.class)
    void everyFieldIsEitherSetOrRefused(final Field field) {
        final var set = new Action.SetField(field, 1);
        if (NOT_SET.contains(field)) {
            assertThatThrownBy(() -> ActionEncoder.encode(set)).isInstanceOf(IllegalArgumentException.class);
        } else {
            assertThat(ActionEncoder.encode(set)).isNotNull();
        }
    }

    @Test
    void movesOfAnArpAnswer() {
        expectMove(Field.ETH_SRC, Field.ETH_DST, SrcOfEthSrcCase.class, DstOfEthDstCase.class, 47);
        expectMove(Field.ARP_SHA, Field.ARP_THA, SrcNxArpShaCase.class, DstNxArpThaCase.class, 47);
        expectMove(Field.ARP_SPA, Field.ARP_TPA, SrcOfArpSpaCase.class, DstOfArpTpaCase.class, 31);
    }

    private static void expectMove(final Field from, final Field to, final Class<? extends DataContainer> source,
            final Class<? extends DataContainer> destination, final int lastBit) {
        final var move = ((NxActionRegMoveRpcAddFlowApplyActionsCase) ActionEncoder.encode(
            new Action.Move(from, to))).getNxRegMove();
        assertThat(move.getSrc().getSrcChoice()).isInstanceOf(source);
        assertThat(move.getDst().getDstChoice()).isInstanceOf(destination);
        assertThat(move.getSrc().getStart().intValue()).isZero();
        assertThat(move.getSrc().getEnd().intValue()).isEqualTo(lastBit);
        assertThat(move.getDst().getStart().intValue()).isZero();
        assertThat(move.getDst().getEnd().intValue()).isEqualTo(lastBit);
    }

    @ParameterizedTest
    @EnumSource(Field.class)
    void everyFieldIsEitherMovedOrRefused(final Field field) {
        final var move = new Action.Move(field, field);
        if (NOT_MOVED.contains(field)) {
            assertThatThrownBy(() -> ActionEncoder.encode(move)).isInstanceOf(IllegalArgumentException.class);
        } else {
            assertThat(ActionEncoder.encode(move)).isNotNull();
        }
    }

    @Test
    void movesIntoNoNarrowerField() {
        assertThatThrownBy(() -> new Action.Move(Field.ETH_SRC, Field.ARP_SPA))
            .isInstanceOf(IllegalArgumentException.class);
    }
}
