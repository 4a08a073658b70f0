/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigurationDeskTest {
    private final List<String> heard = new ArrayList<>();
    private final ConfigurationDesk desk = new ConfigurationDesk(listener("ipv4"), listener("dhcpv6"),
        listener("solicitations"));

    private PacketHandler listener(final String name) {
        return (arrival, view) -> {
            heard.add(name);
            return List.of();
        };
    }

    private List<String> hear(final byte[] frame) {
        heard.clear();
        desk.received(new Arrival("h1", Optional.empty(), new PacketIn(1, 1, 64, 0, frame)), View.EMPTY);
        return heard;
    }

    private static byte[] udp(final String address) {
        final var mac = new MacAddress(0xfa16_3e00_0001L);
        return new UdpDatagram(mac, mac, IpAddress.parse(address), IpAddress.parse(address), 1, 2, new byte[0]).toFrame();
    }

    @Test
    void eachKindHasItsHandler() {
        assertThat(hear(udp("192.0.2.1"))).containsExactly("ipv4");
        assertThat(hear(udp("2001:db8::1"))).containsExactly("dhcpv6");
        assertThat(hear(HexFormat.of().parseHex("333300000002fa163e00000186dd" + "6000000000083aff" + "00".repeat(32)
            + "8500000000000000"))).containsExactly("solicitations");
        assertThat(hear(new byte[20])).isEmpty();
    }
}
