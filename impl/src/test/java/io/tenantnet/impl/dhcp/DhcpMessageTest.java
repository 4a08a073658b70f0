/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.net.IpAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DhcpMessageTest {
    private static final Lease LEASE = new Lease(Sample.ip(1), io.tenantnet.impl.net.Cidr.parse("10.0.0.0/24"),
        Sample.ip(254), Optional.of(Sample.ip(254)), List.of(), List.of(), 1450, Optional.empty(), 3600, List.of());

    @Test
    void readsItsFields() {
        final var message = new Client(3).at("10.0.0.5").through("10.9.0.1").broadcast()
            .with(DhcpOptions.REQUESTED_ADDRESS, "10.0.0.7").with(DhcpOptions.MAX_SIZE, 5, 220).message();
        assertThat(message.xid()).isEqualTo(Client.XID);
        assertThat(message.type()).hasValue(3);
        assertThat(message.ciaddr()).isEqualTo(Sample.ip(5));
        assertThat(message.giaddr()).isEqualTo(IpAddress.parse("10.9.0.1"));
        assertThat(message.client()).isEqualTo(Sample.mac(1));
        assertThat(message.wantsBroadcast()).isTrue();
        assertThat(message.address(DhcpOptions.REQUESTED_ADDRESS)).contains(Sample.ip(7));
        assertThat(message.maxSize()).hasValue(1500);
    }

    @Test
    void optionsInPartsAreJoined() {
        final var payload = new Client(1).payload();
        final byte[] parts = {(byte) 77, 2, 'i', 'P', 0, (byte) 77, 2, 'X', 'E', (byte) 255};
        System.arraycopy(parts, 0, payload, 243, parts.length);
        assertThat(DhcpMessage.parse(payload).orElseThrow().options().get(77)).asString().isEqualTo("iPXE");
    }

    @Test
    void optionsMayGoOnInOtherFields() {
        final var payload = new Client(1).with(DhcpOptions.OVERLOAD, 3).payload();
        System.arraycopy(new byte[] {50, 4, 10, 0, 0, 9, (byte) 255}, 0, payload, 108, 7);
        System.arraycopy(new byte[] {(byte) 175, 1, 1, (byte) 255}, 0, payload, 44, 4);
        final var message = DhcpMessage.parse(payload).orElseThrow();
        assertThat(message.address(DhcpOptions.REQUESTED_ADDRESS)).contains(Sample.ip(9));
        assertThat(message.options()).containsKey(DhcpOptions.IPXE);
    }

    @Test
    void whatIsNoMessageOfAClientIsNotRead() {
        final var payload = new Client(1).payload();
        for (final var broken : Map.of(0, 2, 1, 6, 2, 16, 236, 0).entrySet()) {
            final var copy = payload.clone();
            copy[broken.getKey()] = (byte) (int) broken.getValue();
            assertThat(DhcpMessage.parse(copy)).as("octet " + broken.getKey()).isEmpty();
        }
        assertThat(DhcpMessage.parse(Arrays.copyOf(payload, 239))).isEmpty();
        assertThat(DhcpMessage.parse(Arrays.copyOf(payload, 242))).as("an option cut short").isEmpty();
        assertThat(DhcpMessage.parse(new byte[0])).isEmpty();
    }

    @Property
    void noOctetsThrow(@ForAll @Size(max = 60) final byte[] options, @ForAll @IntRange(max = 8) final int type,
            @ForAll final long fields) {
        final var payload = Arrays.copyOf(new Client(type).payload(), 243 + options.length);
        System.arraycopy(options, 0, payload, 243, options.length);
        ByteBuffer.wrap(payload).putLong(8, fields);
        DhcpMessage.parse(payload).flatMap(message -> DhcpAnswers.to(message, List.of(LEASE)))
            .ifPresent(reply -> assertThat(reply.toDatagram(Sample.mac(2)).toFrame()).hasSizeBetween(342, 14 + 1450));
    }

    @Property
    void noOctetsAtAllThrow(@ForAll @Size(max = 400) final byte[] payload) {
        DhcpMessage.parse(payload);
    }
}
