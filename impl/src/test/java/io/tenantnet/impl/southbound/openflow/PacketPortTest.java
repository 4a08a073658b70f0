/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.google.common.util.concurrent.Futures;
import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.packet.PacketIn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;
import org.opendaylight.mdsal.binding.api.NotificationService;
import org.opendaylight.mdsal.binding.api.RpcConsumerRegistry;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.FlowCookie;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeConnectorId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeConnectorRef;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.Nodes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.node.NodeConnector;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.node.NodeConnectorKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.Node;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.NodeKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.MetadataBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.PacketProcessingService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.PacketReceivedBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.TransmitPacketInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.packet.received.MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.table.types.rev131026.TableId;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.opendaylight.yangtools.yang.common.RpcResultBuilder;
import org.opendaylight.yangtools.yang.common.Uint64;
import org.opendaylight.yangtools.yang.common.Uint8;

class PacketPortTest {
    private static final long DATAPATH = 0xfedc_ba98_7654_3210L;
    private static final long OUR_COOKIE = 0x544e_0000_0000_0001L;
    private static final byte[] FRAME = {1, 2, 3};

    private final PacketProcessingService service = mock(PacketProcessingService.class);
    private final RpcConsumerRegistry registry = mock(RpcConsumerRegistry.class);
    private final List<PacketIn> received = new ArrayList<>();
    private PacketPort port;

    @BeforeEach
    void start() {
        when(registry.getRpcService(PacketProcessingService.class)).thenReturn(service);
        port = new PacketPort(mock(NotificationService.class), registry);
        port.start(received::add);
    }

    @Test
    void takesWhatFlowsOfTenantNetHandOver() {
        port.onPacketReceived(packet(OUR_COOKIE, "7").build());
        port.onPacketReceived(packet(0x1234, "7").build());
        port.onPacketReceived(packet(OUR_COOKIE, "LOCAL").build());
        port.onPacketReceived(new PacketReceivedBuilder().setPayload(FRAME).build());
        assertThat(received).usingRecursiveFieldByFieldElementComparator().containsExactly(new PacketIn(DATAPATH, 7, 64, -5, FRAME),
            new PacketIn(DATAPATH, 0, 64, -5, FRAME));
    }

    @Test
    void sendsThroughTheSwitchsTables() {
        when(service.transmitPacket(any())).thenReturn(RpcResultBuilder.<org.opendaylight.yang.gen.v1.urn.opendaylight
            .packet.service.rev130709.TransmitPacketOutput>success().buildFuture());
        port.send(DATAPATH, List.of(new Action.SetField(Field.REG7, 5), new Action.Resubmit(Table.DELIVER)), FRAME);
        final var input = ArgumentCaptor.forClass(TransmitPacketInput.class);
        Mockito.verify(service).transmitPacket(input.capture());
        assertThat(input.getValue().getPayload()).isEqualTo(FRAME);
        assertThat(input.getValue().getNode().getValue().firstKeyOf(Node.class).getId().getValue())
            .isEqualTo("openflow:18364758544493064720");
        assertThat(input.getValue().getAction()).hasSize(2);
        assertThat(input.getValue().getIngress()).isNull();
    }

    @Test
    void aSwitchThatIsNotThereCostsThePacketOnly() {
        when(service.transmitPacket(any())).thenReturn(Futures.immediateFailedFuture(new IllegalStateException("gone")));
        port.send(DATAPATH, List.of(new Action.Output(1)), FRAME);
        when(service.transmitPacket(any())).thenThrow(new IllegalStateException("gone"));
        port.send(DATAPATH, List.of(new Action.Output(1)), FRAME);
    }

    private static PacketReceivedBuilder packet(final long cookie, final String connector) {
        final var id = "openflow:" + Long.toUnsignedString(DATAPATH);
        return new PacketReceivedBuilder().setFlowCookie(new FlowCookie(Uint64.fromLongBits(cookie)))
            .setTableId(new TableId(Uint8.valueOf(64))).setPayload(FRAME)
            .setMatch(new MatchBuilder().setMetadata(new MetadataBuilder().setMetadata(Uint64.fromLongBits(-5)).build())
                .build())
            .setIngress(new NodeConnectorRef(InstanceIdentifier.create(Nodes.class)
                .child(Node.class, new NodeKey(new NodeId(id)))
                .child(NodeConnector.class, new NodeConnectorKey(new NodeConnectorId(id + ":" + connector)))));
    }
}
