/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.bench;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import java.util.List;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Uri;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.MacAddress;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.OutputActionCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.SetFieldCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.output.action._case.OutputActionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.action.set.field._case.SetFieldBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.list.ActionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.list.ActionKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.FlowCookie;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.InstructionsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.ApplyActionsCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.instruction.apply.actions._case.ApplyActionsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.list.InstructionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.instruction.list.InstructionKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.ethernet.match.fields.EthernetDestinationBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.EthernetMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.MetadataBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.TunnelBuilder;
import org.opendaylight.yangtools.yang.common.Uint64;

/**
 * As many distinct flows as are wanted, of the kind that a cloud has most of: a remote port's MAC address in a network is
 * behind a tunnel. In TenantNet's words and, for the ways that TenantNet does not go, in OpenFlowPlugin's.
 */
final class SampleFlows {
    static final short TABLE = (short) Table.L2_FORWARD.id();
    static final int PRIORITY = 100;

    private static final long NETWORK_MASK = 0x1_0fff_ffffL;
    private static final long FIRST_MAC = 0x0200_0000_0000L;
    private static final int PORTS_PER_NETWORK = 50;
    private static final int TUNNEL_PORT = 1;

    private SampleFlows() {
    }

    static Flow flow(final int number) {
        return new Flow(Table.L2_FORWARD, PRIORITY,
            Match.ANY.with(Field.METADATA, network(number), NETWORK_MASK).with(Field.ETH_DST, FIRST_MAC + number),
            Instructions.apply(new Action.SetField(Field.TUN_ID, network(number)), new Action.Output(TUNNEL_PORT)),
            new Scope.OfSwitch());
    }

    /** One that matches a register and the state of a connection as well, which only Open vSwitch knows. */
    static Flow extended(final int number) {
        final var flow = flow(number);
        return new Flow(Table.L2_FORWARD, PRIORITY, flow.key().match().with(Field.REG0, network(number))
            .with(Field.ETH_TYPE, 0x800).with(Field.CT_STATE, 0x21, 0x21), flow.instructions(), flow.origin());
    }

    static org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.Match match(final int number) {
        return new MatchBuilder()
            .setMetadata(new MetadataBuilder().setMetadata(Uint64.valueOf(network(number)))
                .setMetadataMask(Uint64.valueOf(NETWORK_MASK)).build())
            .setEthernetMatch(new EthernetMatchBuilder().setEthernetDestination(new EthernetDestinationBuilder()
                .setAddress(new MacAddress(new io.tenantnet.impl.net.MacAddress(FIRST_MAC + number).toString()))
                .build()).build())
            .build();
    }

    static org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.Instructions instructions(
            final int number) {
        final var tunnel = new ActionBuilder().withKey(new ActionKey(0)).setAction(new SetFieldCaseBuilder()
            .setSetField(new SetFieldBuilder().setTunnel(new TunnelBuilder()
                .setTunnelId(Uint64.valueOf(network(number))).build()).build()).build()).build();
        final var output = new ActionBuilder().withKey(new ActionKey(1)).setAction(new OutputActionCaseBuilder()
            .setOutputAction(new OutputActionBuilder().setOutputNodeConnector(new Uri(Integer.toString(TUNNEL_PORT)))
                .build()).build()).build();
        return new InstructionsBuilder().setInstruction(List.of(new InstructionBuilder()
            .withKey(new InstructionKey(0)).setInstruction(new ApplyActionsCaseBuilder()
                .setApplyActions(new ApplyActionsBuilder().setAction(List.of(tunnel, output)).build()).build())
            .build())).build();
    }

    static FlowCookie cookie(final int number) {
        return new FlowCookie(Uint64.fromLongBits(flow(number).cookie()));
    }

    private static long network(final int number) {
        return 1 + number / PORTS_PER_NETWORK;
    }
}
