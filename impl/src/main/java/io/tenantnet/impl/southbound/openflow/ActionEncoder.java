/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.FieldMatch;
import io.tenantnet.impl.flow.Match;
import java.util.EnumSet;
import java.util.Set;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Uri;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.DecNwTtlCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.OutputActionCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.PopVlanActionCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.PushVlanActionCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.SetFieldCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.dec.nw.ttl._case.DecNwTtlBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.output.action._case.OutputActionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.pop.vlan.action._case.PopVlanActionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.push.vlan.action._case.PushVlanActionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.set.field._case.SetFieldBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.add.flow.input.instructions.instruction.instruction.apply.actions._case.apply.actions.action.action.NxActionCtClearRpcAddFlowApplyActionsCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.add.flow.input.instructions.instruction.instruction.apply.actions._case.apply.actions.action.action.NxActionRegLoadRpcAddFlowApplyActionsCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.add.flow.input.instructions.instruction.instruction.apply.actions._case.apply.actions.action.action.NxActionRegMoveRpcAddFlowApplyActionsCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.add.flow.input.instructions.instruction.instruction.apply.actions._case.apply.actions.action.action.NxActionResubmitRpcAddFlowApplyActionsCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.nx.action.ct.clear.grouping.NxCtClearBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.nx.action.reg.load.grouping.NxRegLoadBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.nx.action.reg.move.grouping.NxRegMoveBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.nx.action.reg.move.grouping.nx.reg.move.DstBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.nx.action.reg.move.grouping.nx.reg.move.SrcBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.nx.action.resubmit.grouping.NxResubmitBuilder;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint64;
import org.opendaylight.yangtools.yang.common.Uint8;

/** Puts an action into OpenFlowPlugin's words; as strict as {@link MatchEncoder} and for the same reason. */
final class ActionEncoder {
    /** Those that OpenFlow 1.3.5 section 7.2.5 lets a set-field action set and OpenFlowPlugin's model can name. */
    private static final Set<Field> SETTABLE = EnumSet.of(Field.TUN_ID, Field.VLAN_VID, Field.ETH_DST, Field.ETH_SRC,
        Field.IPV4_SRC, Field.IPV4_DST, Field.IPV6_SRC, Field.IPV6_DST, Field.IP_DSCP, Field.ICMP_TYPE, Field.ICMPV6_TYPE,
        Field.UDP_SRC, Field.UDP_DST, Field.ARP_OP, Field.ARP_SPA, Field.ARP_TPA, Field.ARP_SHA, Field.ARP_THA);

    /** Those that are no OpenFlow fields: Open vSwitch's own load action sets them. */
    private static final Set<Field> LOADED = EnumSet.of(Field.TUN_DST, Field.REG0, Field.REG1, Field.REG2,
        Field.REG3, Field.REG4, Field.REG5, Field.REG6, Field.REG7);
    /** OpenFlow 1.0's OFPP_IN_PORT, which a resubmit uses to leave the packet's port as it is. */
    private static final Uint16 SAME_PORT = Uint16.valueOf(0xfff8);

    /** OFPP_CONTROLLER. */
    private static final String CONTROLLER = "4294967293";
    /** OFPCML_NO_BUFFER: the packet is sent whole. */
    private static final Uint16 WHOLE = Uint16.MAX_VALUE;
    private static final int IEEE_802_1Q = 0x8100;

    private ActionEncoder() {
    }

    /**
     * Encodes an action of an apply-actions instruction.
     *
     * @throws IllegalArgumentException if the action can't be said to the switch
     */
    static org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.Action encode(
            final Action action) {
        if (action instanceof Action.Output output) {
            return new OutputActionCaseBuilder().setOutputAction(new OutputActionBuilder()
                .setOutputNodeConnector(new Uri(Integer.toUnsignedString(output.port()))).build()).build();
        }
        if (action instanceof Action.ToController) {
            return new OutputActionCaseBuilder().setOutputAction(new OutputActionBuilder()
                .setOutputNodeConnector(new Uri(CONTROLLER)).setMaxLength(WHOLE).build()).build();
        }
        if (action instanceof Action.SetField set) {
            return LOADED.contains(set.field()) ? load(set) : set(set);
        }
        if (action instanceof Action.Resubmit resubmit) {
            return new NxActionResubmitRpcAddFlowApplyActionsCaseBuilder().setNxResubmit(new NxResubmitBuilder()
                .setInPort(SAME_PORT).setTable(Uint8.valueOf(resubmit.table().id())).build()).build();
        }
        if (action instanceof Action.Conntrack conntrack) {
            return ConntrackEncoder.encode(conntrack);
        }
        if (action instanceof Action.ConntrackClear) {
            return new NxActionCtClearRpcAddFlowApplyActionsCaseBuilder().setNxCtClear(new NxCtClearBuilder().build())
                .build();
        }
        if (action instanceof Action.ForgetInPort) {
            return new InPortLoss();
        }
        if (action instanceof Action.DecTtl) {
            return new DecNwTtlCaseBuilder().setDecNwTtl(new DecNwTtlBuilder().build()).build();
        }
        if (action instanceof Action.PushVlan) {
            return new PushVlanActionCaseBuilder().setPushVlanAction(new PushVlanActionBuilder()
                .setEthernetType(Uint16.valueOf(IEEE_802_1Q)).build()).build();
        }
        if (action instanceof Action.PopVlan) {
            return new PopVlanActionCaseBuilder().setPopVlanAction(new PopVlanActionBuilder().build()).build();
        }
        if (action instanceof Action.Move move) {
            return move(move);
        }
        throw new IllegalArgumentException("OpenFlowPlugin can't do " + action);
    }

    private static org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.Action set(
            final Action.SetField set) {
        if (!SETTABLE.contains(set.field())) {
            throw new IllegalArgumentException("OpenFlow 1.3 can't do " + set);
        }
        final var value = MatchEncoder.encode(Match.ANY.with(new FieldMatch(set.field(), set.high(), set.value(),
            set.field().onesHigh(), set.field().onesLow())));
        return new SetFieldCaseBuilder().setSetField(new SetFieldBuilder(value).build()).build();
    }

    private static org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.Action load(
            final Action.SetField set) {
        return new NxActionRegLoadRpcAddFlowApplyActionsCaseBuilder().setNxRegLoad(new NxRegLoadBuilder()
            .setDst(new org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.nx
                .action.reg.load.grouping.nx.reg.load.DstBuilder()
                    .setDstChoice(FieldChoices.destination(set.field()))
                    .setStart(Uint16.ZERO).setEnd(Uint16.valueOf(set.field().bits() - 1)).build())
            .setValue(Uint64.fromLongBits(set.value())).build()).build();
    }

    private static org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.Action move(
            final Action.Move move) {
        if (HeaderMove.isNeededFor(move)) {
            return HeaderMove.of(move);
        }
        return new NxActionRegMoveRpcAddFlowApplyActionsCaseBuilder().setNxRegMove(new NxRegMoveBuilder()
            .setSrc(new SrcBuilder().setSrcChoice(FieldChoices.source(move.from()))
                .setStart(Uint16.ZERO).setEnd(lastBit(move)).build())
            .setDst(new DstBuilder().setDstChoice(FieldChoices.destination(move.to()))
                .setStart(Uint16.ZERO).setEnd(lastBit(move)).build()).build()).build();
    }

    private static Uint16 lastBit(final Action.Move move) {
        return Uint16.valueOf(move.bits() - 1);
    }
}
