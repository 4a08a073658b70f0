/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.InstalledFlow;
import io.tenantnet.impl.flow.Flow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.AddFlowInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.AddFlowInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.RemoveFlowInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.RemoveFlowInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.transaction.rev150304.SendBarrierInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.transaction.rev150304.SendBarrierInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.FlowCookie;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint64;
import org.opendaylight.yangtools.yang.common.Uint8;

/**
 * The requests that change flows of one switch (OpenFlow 1.3.5 section 7.3.4.1). No request names the flow in the
 * datastore: TenantNet's flows are not there, and OpenFlowPlugin makes a name of its own for each.
 *
 * @param node the switch
 */
record FlowMessages(NodeRef node) {
    private static final FlowCookie WHOLE_COOKIE = cookie(-1L);

    FlowMessages {
        requireNonNull(node);
    }

    /**
     * Adds a flow or replaces the one with the same table, priority and match.
     *
     * @throws IllegalArgumentException if the flow can't be said to the switch
     */
    AddFlowInput add(final Flow flow) {
        return new AddFlowInputBuilder()
            .setNode(node)
            .setTableId(Uint8.valueOf(flow.key().table()))
            .setPriority(Uint16.valueOf(flow.key().priority()))
            .setCookie(cookie(flow.cookie()))
            .setMatch(MatchEncoder.encode(flow.key().match()))
            .setInstructions(InstructionsEncoder.encode(flow.instructions()))
            .build();
    }

    /** Removes exactly that flow; with another cookie it is another flow. */
    RemoveFlowInput remove(final Flow flow) {
        return new RemoveFlowInputBuilder()
            .setNode(node)
            .setStrict(true)
            .setTableId(Uint8.valueOf(flow.key().table()))
            .setPriority(Uint16.valueOf(flow.key().priority()))
            .setCookie(cookie(flow.cookie()))
            .setCookieMask(WHOLE_COOKIE)
            .setMatch(MatchEncoder.encode(flow.key().match()))
            .build();
    }

    /** Removes what carries a cookie, whatever it matches. */
    RemoveFlowInput removeStray(final InstalledFlow flow) {
        return new RemoveFlowInputBuilder()
            .setNode(node)
            .setStrict(false)
            .setTableId(Uint8.valueOf(flow.table()))
            .setCookie(cookie(flow.cookie()))
            .setCookieMask(WHOLE_COOKIE)
            .build();
    }

    /** Has the switch finish all earlier requests and then answer (OpenFlow 1.3.5 section 7.3.8). */
    SendBarrierInput barrier() {
        return new SendBarrierInputBuilder().setNode(node).build();
    }

    static FlowCookie cookie(final long value) {
        return new FlowCookie(Uint64.fromLongBits(value));
    }
}
