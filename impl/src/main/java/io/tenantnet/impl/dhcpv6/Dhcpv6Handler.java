/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcpv6;

import io.tenantnet.impl.net.MacAddress;
import io.tenantnet.impl.packet.Arrival;
import io.tenantnet.impl.packet.PacketHandler;
import io.tenantnet.impl.packet.PacketOut;
import io.tenantnet.impl.packet.UdpDatagram;
import io.tenantnet.impl.packet.View;
import io.tenantnet.impl.resolve.BoundPort;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the DHCPv6 messages that switches hand to the controller: from the model, to the machine that asked. */
public final class Dhcpv6Handler implements PacketHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Dhcpv6Handler.class);
    private static final int CLIENT_PORT = 546;
    private static final int SERVER_PORT = 547;

    @Override
    public List<PacketOut> received(final Arrival arrival, final View view) {
        return arrival.port().flatMap(port -> port.ipv6().dhcp().flatMap(server -> answer(arrival, view, port, server)))
            .stream().toList();
    }

    private static Optional<PacketOut> answer(final Arrival arrival, final View view, final BoundPort port,
            final MacAddress server) {
        return UdpDatagram.parse(arrival.packet().frame())
            .filter(datagram -> datagram.sourcePort() == CLIENT_PORT && datagram.destinationPort() == SERVER_PORT)
            .flatMap(datagram -> Dhcpv6Message.parse(datagram.payload()).flatMap(message -> {
                if (message.type() == Dhcpv6Message.DECLINE) {
                    LOG.warn("The machine of port {} says that another one uses its address", port.port().id());
                }
                return Dhcpv6Answers.to(message, datagram.destination().isMulticast(),
                    Configuration.of(view.model().tenant(), port));
            }).map(reply -> PacketOut.to(port, new UdpDatagram(server, datagram.ethSource(), server.linkLocal(),
                datagram.source(), SERVER_PORT, CLIENT_PORT, reply.toBytes()).toFrame())));
    }
}
