/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.tenantnet.impl.flow.Action.Move;
import io.tenantnet.impl.flow.Field;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflow.common.action.rev150203.actions.grouping.ActionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.action.rev140421.action.container.action.choice.ActionRegMoveBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.action.rev140421.ofj.nx.action.reg.move.grouping.NxActionRegMoveBuilder;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint64;

/**
 * Open vSwitch's move action (ovs-actions(7), move) between fields for one of which OpenFlowPlugin's model has no word.
 * OpenFlowPlugin can send and read back that action whatever the fields: this action is converted by TenantNet itself, see
 * {@link OwnActions}.
 * <p>Ports are copied because OpenFlowPlugin can match a mask of a register and not of a port: it fails to read back any
 * flow that matches ports with a mask. What makes a neighbour advertisement is copied because OpenFlowPlugin has no other
 * action that writes it.
 *
 * @param source the OXM or NXM header of the field that is read (ovs-fields(7))
 * @param target that of the field that is written
 * @param bits   how many of the lowest bits are copied, 1..128
 */
record HeaderMove(long source, long target, int bits) implements OwnAction {
    private static final Set<Field> WITHOUT_WORD = EnumSet.of(Field.TCP_DST, Field.UDP_DST, Field.SCTP_DST,
        Field.ND_TARGET, Field.ND_TLL, Field.ND_OPTIONS_TYPE, Field.ND_RESERVED);
    private static final Map<Field, Long> HEADERS = Map.ofEntries(
        Map.entry(Field.TCP_DST, 0x0000_1402L), Map.entry(Field.UDP_DST, 0x0000_1802L),
        Map.entry(Field.SCTP_DST, 0x8000_2402L), Map.entry(Field.ND_TARGET, 0x0001_2e10L),
        Map.entry(Field.ND_TLL, 0x0001_3206L), Map.entry(Field.ND_OPTIONS_TYPE, 0x1000_0401L),
        Map.entry(Field.ND_RESERVED, 0x1000_0204L), Map.entry(Field.ETH_SRC, 0x0000_0406L),
        Map.entry(Field.IPV6_SRC, 0x0001_2610L), Map.entry(Field.REG0, 0x0001_0004L),
        Map.entry(Field.REG2, 0x0001_0404L));

    /** Whether OpenFlowPlugin's model has no word for one of the fields. */
    static boolean isNeededFor(final Move move) {
        return WITHOUT_WORD.contains(move.from()) || WITHOUT_WORD.contains(move.to());
    }

    /**
     * The action for a move.
     *
     * @throws IllegalArgumentException if one of the fields is not known here
     */
    static HeaderMove of(final Move move) {
        return new HeaderMove(header(move, move.from()), header(move, move.to()), move.bits());
    }

    private static long header(final Move move, final Field field) {
        final var header = HEADERS.get(field);
        if (header == null) {
            throw new IllegalArgumentException(move + ": no header is known for " + field);
        }
        return header;
    }

    /** What OpenFlowPlugin's codec of the move action sends. */
    @Override
    public org.opendaylight.yang.gen.v1.urn.opendaylight.openflow.common.action.rev150203.actions.grouping.Action wire() {
        return new ActionBuilder().setExperimenterId(NICIRA).setActionChoice(new ActionRegMoveBuilder()
            .setNxActionRegMove(new NxActionRegMoveBuilder()
                .setSrc(Uint64.valueOf(source)).setSrcOfs(Uint16.ZERO)
                .setDst(Uint64.valueOf(target)).setDstOfs(Uint16.ZERO)
                .setNBits(Uint16.valueOf(bits)).build()).build()).build();
    }

    @Override
    public Class<HeaderMove> implementedInterface() {
        return HeaderMove.class;
    }
}
