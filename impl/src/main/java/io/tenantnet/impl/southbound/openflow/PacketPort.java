/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Cookies;
import io.tenantnet.impl.packet.PacketIn;
import io.tenantnet.impl.packet.PacketListener;
import io.tenantnet.impl.packet.PacketSender;
import java.util.List;
import org.opendaylight.mdsal.binding.api.NotificationService;
import org.opendaylight.mdsal.binding.api.RpcConsumerRegistry;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeConnectorId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeConnectorRef;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.Nodes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.node.NodeConnector;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.node.NodeConnectorKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.Node;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.NodeKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.PacketProcessingListener;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.PacketProcessingService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.PacketReceived;
import org.opendaylight.yang.gen.v1.urn.opendaylight.packet.service.rev130709.TransmitPacketInputBuilder;
import org.opendaylight.yangtools.concepts.ListenerRegistration;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes packets from OpenFlowPlugin and gives it packets. It takes only those that flows of TenantNet's own handed to the
 * controller; other applications have theirs.
 */
public final class PacketPort implements PacketProcessingListener, PacketSender, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PacketPort.class);
    private static final String SWITCH = "openflow:";

    private final NotificationService notifications;
    private final PacketProcessingService service;
    private PacketListener listener;
    private ListenerRegistration<?> registration;

    /**
     * Takes nothing before {@link #start}.
     *
     * @param notifications where OpenFlowPlugin tells of packets
     * @param registry      where OpenFlowPlugin's services are found
     */
    public PacketPort(final NotificationService notifications, final RpcConsumerRegistry registry) {
        this.notifications = requireNonNull(notifications);
        service = registry.getRpcService(PacketProcessingService.class);
    }

    /**
     * Begins to take packets.
     *
     * @param its hears of them, on OpenFlowPlugin's threads
     */
    public void start(final PacketListener its) {
        listener = requireNonNull(its);
        registration = notifications.registerNotificationListener(this);
    }

    @Override
    public void onPacketReceived(final PacketReceived packet) {
        final var cookie = packet.getFlowCookie();
        final var match = packet.getMatch();
        if (cookie == null || !Cookies.isOurs(cookie.getValue().longValue()) || packet.getIngress() == null
                || packet.getTableId() == null) {
            return;
        }
        final var place = packet.getIngress().getValue();
        final var metadata = match == null ? null : match.getMetadata();
        listener.received(new PacketIn(
            Long.parseUnsignedLong(place.firstKeyOf(Node.class).getId().getValue().substring(SWITCH.length())),
            portNumber(place.firstKeyOf(NodeConnector.class).getId().getValue()), packet.getTableId().getValue().toJava(),
            metadata == null ? 0 : metadata.getMetadata().longValue(), packet.getPayload()));
    }

    /** Of {@code openflow:SWITCH:PORT}, where a reserved port has a name. */
    private static int portNumber(final String connector) {
        final var text = connector.substring(connector.lastIndexOf(':') + 1);
        return Character.isDigit(text.charAt(0)) ? Integer.parseUnsignedInt(text) : 0;
    }

    @Override
    public void send(final long datapathId, final List<Action> actions, final byte[] frame) {
        final var id = SWITCH + Long.toUnsignedString(datapathId);
        final var node = InstanceIdentifier.create(Nodes.class).child(Node.class, new NodeKey(new NodeId(id)));
        final var input = new TransmitPacketInputBuilder().setNode(new NodeRef(node))
            // Not used where there are actions, but looked at.
            .setEgress(new NodeConnectorRef(node.child(NodeConnector.class,
                new NodeConnectorKey(new NodeConnectorId(id + ":1")))))
            .setAction(InstructionsEncoder.actions(actions)).setPayload(frame).build();
        try {
            Answers.value(service.transmitPacket(input)).whenComplete((sent, failure) -> {
                if (failure != null) {
                    LOG.debug("Switch {} did not send a packet", id, failure);
                }
            });
        } catch (IllegalStateException e) {
            LOG.debug("Switch {} is not there to send a packet", id, e);
        }
    }

    @Override
    public void close() {
        if (registration != null) {
            registration.close();
        }
    }
}
