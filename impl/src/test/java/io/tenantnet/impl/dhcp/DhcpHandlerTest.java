/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Subnet;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import io.tenantnet.impl.packet.Arrival;
import io.tenantnet.impl.packet.PacketIn;
import io.tenantnet.impl.packet.PacketOut;
import io.tenantnet.impl.packet.UdpDatagram;
import io.tenantnet.impl.packet.View;
import io.tenantnet.impl.resolve.Resolver;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DhcpHandlerTest {
    private static final IpAddress NONE = IpAddress.parse("0.0.0.0");
    private static final IpAddress EVERYBODY = IpAddress.parse("255.255.255.255");

    @Test
    void aMachineIsAnsweredOutOfItsPort() {
        final var answers = send(true, new Client(1).payload(), 67);
        assertThat(answers).hasSize(1);
        assertThat(answers.get(0).hostId()).isEqualTo("h1");
        assertThat(answers.get(0).actions()).hasToString("[set_field:0x65->reg7, resubmit(,130)]");
        final var datagram = UdpDatagram.parse(answers.get(0).frame()).orElseThrow();
        assertThat(datagram.source()).isEqualTo(Sample.ip(254));
        assertThat(datagram.sourcePort()).isEqualTo(67);
        assertThat(Client.read(datagram.payload())).contains("53: 2", "yiaddr 10.0.0.1", "3: 10 0 0 254",
            "6: 10 0 0 53", "26: 5 170", "51: 0 1 81 128");
    }

    @Test
    void whatIsNotForItIsNotAnswered() {
        assertThat(send(false, new Client(1).payload(), 67)).as("DHCP is off").isEmpty();
        assertThat(send(true, new Client(1).of(Sample.mac(7)).payload(), 67)).as("another's MAC address").isEmpty();
        assertThat(send(true, new Client(1).payload(), 4011)).as("another port").isEmpty();
        assertThat(send(true, new byte[300], 67)).as("no message").isEmpty();
        assertThat(send(true, new Client(4).payload(), 67)).as("a decline").isEmpty();
    }

    private static List<PacketOut> send(final boolean dhcp, final byte[] payload, final int port) {
        final Model model = new Sample().network(1).port(1, 1).host(1, Sample.tap(1)).subnet(new Subnet(
            new UUID(0, 0x5001), Sample.networkId(1), Cidr.parse("10.0.0.0/24"), Optional.of(Sample.ip(254)), List.of(),
            new Subnet.Options(dhcp, List.of(Sample.ip(53)), List.of()))).build();
        final var resolved = Resolver.resolve(model);
        final var frame = new UdpDatagram(Sample.mac(1), MacAddress.BROADCAST, NONE, EVERYBODY, 68, port, payload)
            .toFrame();
        return new DhcpHandler().received(new Arrival("h1", Optional.of(resolved.ports().get(Sample.portId(1))),
            new PacketIn(1, 101, 64, 0, frame)), new View(model, resolved, Set.of("h1")));
    }
}
