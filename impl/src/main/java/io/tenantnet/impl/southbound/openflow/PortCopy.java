/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.tenantnet.impl.flow.Action.Move;
import io.tenantnet.impl.flow.Field;
import java.util.Map;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflow.common.action.rev150203.actions.grouping.ActionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.action.rev140421.action.container.action.choice.ActionRegMoveBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.action.rev140421.ofj.nx.action.reg.move.grouping.NxActionRegMoveBuilder;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint64;

/**
 * Open vSwitch's move action (ovs-actions(7), move) with a transport port as its source. OpenFlowPlugin can send and read
 * back that action, but its model has no word for such a source: this action is converted by TenantNet itself, see
 * {@link OwnActions}.
 * <p>It is there because OpenFlowPlugin can match a mask of a register and not of a port: it fails to read back any flow
 * that matches ports with a mask.
 *
 * @param source the OXM header of the port (ovs-fields(7))
 * @param target the NXM header of the register
 */
record PortCopy(long source, long target) implements OwnAction {
    private static final Map<Field, Long> SOURCES =
        Map.of(Field.TCP_DST, 0x0000_1402L, Field.UDP_DST, 0x0000_1802L, Field.SCTP_DST, 0x8000_2402L);
    private static final Map<Field, Long> TARGETS = Map.of(Field.REG2, 0x0001_0404L);
    private static final Uint16 PORT_BITS = Uint16.valueOf(16);

    /** Whether a field is a port. */
    static boolean reads(final Field field) {
        return SOURCES.containsKey(field);
    }

    /**
     * The action for a move.
     *
     * @throws IllegalArgumentException if it is not into a register that is used for it
     */
    static PortCopy of(final Move move) {
        final var target = TARGETS.get(move.to());
        if (target == null) {
            throw new IllegalArgumentException(move + " is not into a register for ports");
        }
        return new PortCopy(SOURCES.get(move.from()), target);
    }

    /** What OpenFlowPlugin's codec of the move action sends. */
    @Override
    public org.opendaylight.yang.gen.v1.urn.opendaylight.openflow.common.action.rev150203.actions.grouping.Action wire() {
        return new ActionBuilder().setExperimenterId(NICIRA).setActionChoice(new ActionRegMoveBuilder()
            .setNxActionRegMove(new NxActionRegMoveBuilder()
                .setSrc(Uint64.valueOf(source)).setSrcOfs(Uint16.ZERO)
                .setDst(Uint64.valueOf(target)).setDstOfs(Uint16.ZERO)
                .setNBits(PORT_BITS).build()).build()).build();
    }

    @Override
    public Class<PortCopy> implementedInterface() {
        return PortCopy.class;
    }
}
