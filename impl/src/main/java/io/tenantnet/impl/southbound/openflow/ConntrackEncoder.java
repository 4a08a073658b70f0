/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Nat;
import io.tenantnet.impl.flow.Table;
import java.util.ArrayList;
import java.util.Map;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IpAddressBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.add.flow.input.instructions.instruction.instruction.apply.actions._case.apply.actions.action.action.NxActionConntrackRpcAddFlowApplyActionsCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.nx.action.conntrack.grouping.NxConntrackBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.nx.action.conntrack.grouping.nx.conntrack.CtActions;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.nx.action.conntrack.grouping.nx.conntrack.CtActionsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.ofpact.actions.ofpact.actions.NxActionCtMarkCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.ofpact.actions.ofpact.actions.NxActionNatCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.ofpact.actions.ofpact.actions.nx.action.ct.mark._case.NxActionCtMarkBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.ofpact.actions.ofpact.actions.nx.action.nat._case.NxActionNatBuilder;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint8;

/** Puts the conntrack action into OpenFlowPlugin's words (ovs-actions(7), ct). */
final class ConntrackEncoder {
    private static final int COMMIT = 1;
    /** The action's way of saying that the packet does not come back with its connection's state. */
    private static final int NO_TABLE = 255;
    /** NXM headers of the registers that hold zones: class 1, the register's number, 4 octets. */
    private static final Map<Field, Long> ZONES = Map.of(Field.REG1, 0x0001_0204L, Field.REG4, 0x0001_0804L);
    /** The lower 16 bits of a field: offset 0, 16 bits. */
    private static final int LOWER_16_BITS = 15;
    /** NX_NAT_F_SRC and NX_NAT_F_DST, NX_NAT_RANGE_IPV4_MIN and NX_NAT_RANGE_PROTO_MIN of Open vSwitch's extensions. */
    private static final int NAT_SOURCE = 1;
    private static final int NAT_DESTINATION = 2;
    private static final int WITH_ADDRESS = 1;
    private static final int WITH_PORT = 16;

    private ConntrackEncoder() {
    }

    static org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.Action encode(
            final Action.Conntrack action) {
        final var zone = ZONES.get(action.zone());
        if (zone == null) {
            throw new IllegalArgumentException("The zone of " + action + " is in no register that is used for it");
        }
        final var nested = new ArrayList<CtActions>();
        action.nat().ifPresent(nat -> nested.add(encode(nat)));
        action.mark().ifPresent(mark -> nested.add(new CtActionsBuilder().setOfpactActions(
            new NxActionCtMarkCaseBuilder().setNxActionCtMark(
                new NxActionCtMarkBuilder().setCtMark(Uint32.fromIntBits(mark)).build()).build()).build()));
        return new NxActionConntrackRpcAddFlowApplyActionsCaseBuilder().setNxConntrack(new NxConntrackBuilder()
            .setFlags(Uint16.valueOf(action.commit() ? COMMIT : 0))
            .setZoneSrc(Uint32.valueOf(zone)).setConntrackZone(Uint16.valueOf(LOWER_16_BITS))
            .setRecircTable(Uint8.valueOf(action.next().map(Table::id).orElse(NO_TABLE)))
            .setCtActions(nested).build()).build();
    }

    private static CtActions encode(final Nat nat) {
        final int side = nat.side().map(one -> one == Nat.Side.SOURCE ? NAT_SOURCE : NAT_DESTINATION).orElse(0);
        final var encoded = new NxActionNatBuilder().setFlags(Uint16.valueOf(side)).setRangePresent(Uint16.valueOf(
            (nat.address().isPresent() ? WITH_ADDRESS : 0) + (nat.port().isPresent() ? WITH_PORT : 0)));
        nat.address().ifPresent(address ->
            encoded.setIpAddressMin(IpAddressBuilder.getDefaultInstance(address.toString())));
        nat.port().ifPresent(port -> encoded.setPortMin(Uint16.valueOf(port)));
        return new CtActionsBuilder().setOfpactActions(
            new NxActionNatCaseBuilder().setNxActionNat(encoded.build()).build()).build();
    }
}
