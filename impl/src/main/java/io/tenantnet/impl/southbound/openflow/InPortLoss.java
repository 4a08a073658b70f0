/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import org.opendaylight.yang.gen.v1.urn.opendaylight.openflow.common.action.rev150203.actions.grouping.ActionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.action.rev140421.action.container.action.choice.ActionRegLoadBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.action.rev140421.ofj.nx.action.reg.load.grouping.NxActionRegLoadBuilder;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint64;

/**
 * Open vSwitch's load action (ovs-actions(7), load) with the port that a packet came from as its target. OpenFlowPlugin's
 * model has no word for such a target.
 */
record InPortLoss() implements OwnAction {
    /** NXM header of in_port: class 0, field 0, 2 octets. */
    private static final Uint32 IN_PORT = Uint32.valueOf(0x0000_0002L);
    /** Offset 0, 16 bits. */
    private static final Uint16 ALL_BITS = Uint16.valueOf(15);
    /** OpenFlow 1.0's OFPP_NONE. */
    private static final Uint64 NONE = Uint64.valueOf(0xffff);

    @Override
    public org.opendaylight.yang.gen.v1.urn.opendaylight.openflow.common.action.rev150203.actions.grouping.Action wire() {
        return new ActionBuilder().setExperimenterId(NICIRA).setActionChoice(new ActionRegLoadBuilder()
            .setNxActionRegLoad(new NxActionRegLoadBuilder().setOfsNbits(ALL_BITS).setDst(IN_PORT).setValue(NONE)
                .build()).build()).build();
    }

    @Override
    public Class<InPortLoss> implementedInterface() {
        return InPortLoss.class;
    }
}
