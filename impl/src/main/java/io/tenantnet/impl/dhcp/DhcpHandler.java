/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcp;

import io.tenantnet.impl.packet.Arrival;
import io.tenantnet.impl.packet.PacketHandler;
import io.tenantnet.impl.packet.PacketOut;
import io.tenantnet.impl.packet.UdpDatagram;
import io.tenantnet.impl.packet.View;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.DhcpServer;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the DHCPv4 requests that switches hand to the controller: from the model, to the machine that asked. */
public final class DhcpHandler implements PacketHandler {
    private static final Logger LOG = LoggerFactory.getLogger(DhcpHandler.class);
    private static final int DECLINE = 4;
    private static final int CLIENT_PORT = 68;
    private static final int SERVER_PORT = 67;

    @Override
    public List<PacketOut> received(final Arrival arrival, final View view) {
        return arrival.port().flatMap(port -> port.dhcp().flatMap(server -> answer(arrival, view, port, server)))
            .stream().toList();
    }

    private static Optional<PacketOut> answer(final Arrival arrival, final View view, final BoundPort port,
            final DhcpServer server) {
        return UdpDatagram.parse(arrival.packet().frame())
            .filter(datagram -> datagram.sourcePort() == CLIENT_PORT && datagram.destinationPort() == SERVER_PORT)
            .flatMap(datagram -> DhcpMessage.parse(datagram.payload()))
            .filter(message -> message.client().equals(port.port().mac()))
            .flatMap(message -> {
                if (message.type().orElse(0) == DECLINE) {
                    LOG.warn("The machine of port {} says that another one uses {}", port.port().id(),
                        message.address(DhcpOptions.REQUESTED_ADDRESS).orElse(DhcpReply.NO_ADDRESS));
                }
                return DhcpAnswers.to(message, Leases.of(view.model().tenant(), port, server.address()));
            })
            .map(reply -> PacketOut.to(port, reply.toDatagram(server.mac()).toFrame()));
    }
}
