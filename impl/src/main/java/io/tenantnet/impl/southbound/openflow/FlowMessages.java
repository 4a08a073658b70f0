/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.flow.Stamp;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.Table;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.TableKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.Flow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.FlowKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.RemoveFlowInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.RemoveFlowInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.UpdateFlowInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.UpdateFlowInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.flow.update.OriginalFlowBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.flow.update.UpdatedFlowBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.transaction.rev150304.SendBarrierInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.transaction.rev150304.SendBarrierInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.FlowCookie;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.FlowRef;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.Nodes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.Node;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.NodeKey;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint64;
import org.opendaylight.yangtools.yang.common.Uint8;

/**
 * The requests that change flows of one switch (OpenFlow 1.3.5 section 7.3.4.1).
 *
 * @param node the switch
 */
record FlowMessages(NodeRef node) {
    private static final FlowCookie WHOLE_COOKIE = cookie(-1L);
    /** Where no name is given OpenFlowPlugin makes one, and keeps it. */
    private static final FlowRef NAME = new FlowRef(InstanceIdentifier.create(Nodes.class)
        .child(Node.class, new NodeKey(new NodeId("any"))).augmentation(FlowCapableNode.class)
        .child(Table.class, new TableKey(Uint8.ZERO)).child(Flow.class, new FlowKey(new FlowId("any"))));

    FlowMessages {
        requireNonNull(node);
    }

    /**
     * Adds a flow or replaces the one with the same table, priority and match. OpenFlowPlugin sends the update of a flow that
     * matches what it matched before as an addition, and keeps nothing of it where it knew nothing of that flow. For an
     * addition it keeps the whole match, for every switch anew, and looks through all that it keeps for each flow that has a
     * match of Open vSwitch's own.
     *
     * @throws IllegalArgumentException if the flow can't be said to the switch
     */
    UpdateFlowInput add(final io.tenantnet.impl.flow.Flow flow) {
        final var whole = new UpdatedFlowBuilder()
            .setTableId(Uint8.valueOf(flow.key().table()))
            .setPriority(Uint16.valueOf(flow.key().priority()))
            .setCookie(cookie(flow.cookie()))
            .setMatch(MatchEncoder.encode(flow.key().match()))
            .setInstructions(InstructionsEncoder.encode(flow.instructions()))
            .build();
        return new UpdateFlowInputBuilder().setNode(node).setFlowRef(NAME).setUpdatedFlow(whole)
            .setOriginalFlow(new OriginalFlowBuilder(whole).build()).build();
    }

    /** Removes exactly that flow; with another cookie it is another flow. */
    RemoveFlowInput remove(final io.tenantnet.impl.flow.Flow flow) {
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
    RemoveFlowInput removeStray(final Stamp flow) {
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
