/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.packet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.BaseEncoding;
import io.tenantnet.impl.Sample;
import io.tenantnet.impl.net.IpAddress;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class UdpDatagramTest {
    /** Written by hand from RFC 791 and RFC 768, the checksums by a calculator of RFC 1071. */
    private static final String FRAME = "fa163e000002" + "fa163e000001" + "0800"
        + "4500001f00000000401166cc0a0000010a000002" + "00440043000b00006162630000";

    @Test
    void readsAnIpv4Datagram() {
        final var datagram = UdpDatagram.parse(bytes(FRAME)).orElseThrow();
        assertThat(datagram.ethSource()).isEqualTo(Sample.mac(1));
        assertThat(datagram.ethDestination()).isEqualTo(Sample.mac(2));
        assertThat(datagram.source()).isEqualTo(Sample.ip(1));
        assertThat(datagram.destination()).isEqualTo(Sample.ip(2));
        assertThat(datagram.sourcePort()).isEqualTo(68);
        assertThat(datagram.destinationPort()).isEqualTo(67);
        assertThat(datagram.payload()).asString().isEqualTo("abc");
    }

    @Test
    void fragmentsAndOtherProtocolsAreNotRead() {
        assertThat(UdpDatagram.parse(bytes(FRAME.replace("00000000401166cc", "00002000401166cc")))).isEmpty();
        assertThat(UdpDatagram.parse(bytes(FRAME.replace("00000000401166cc", "00000000400666cc")))).isEmpty();
        assertThat(UdpDatagram.parse(bytes(FRAME.replace("0a000002004", "0a000002004").replace("000b0000", "ffff0000"))))
            .isEmpty();
    }

    @Test
    void writesRightChecksums() {
        final var frame = new UdpDatagram(Sample.mac(1), Sample.mac(2), Sample.ip(1), Sample.ip(2), 68, 67,
            new byte[] {'a', 'b', 'c'}).toFrame();
        assertThat(Checksum.of(Checksum.sum(frame, 14, 20))).isZero();
        assertThat(Checksum.of(Checksum.sum(frame, 26, frame.length - 26) + 17 + 11)).isZero();
    }

    @Property
    void whatIsWrittenIsRead(@ForAll @Size(max = 1400) final byte[] payload, @ForAll @IntRange(max = 65535) final int from,
            @ForAll @IntRange(max = 65535) final int to, @ForAll final boolean v6) {
        final var ip = v6 ? IpAddress.parse("2001:db8::1") : Sample.ip(1);
        final var datagram = new UdpDatagram(Sample.mac(1), Sample.mac(2), ip, ip, from, to, payload);
        final var frame = datagram.toFrame();
        assertThat(UdpDatagram.parse(frame).orElseThrow()).usingRecursiveComparison().isEqualTo(datagram);
        // Ethernet pads short frames.
        assertThat(UdpDatagram.parse(Arrays.copyOf(frame, frame.length + 20)).orElseThrow()).usingRecursiveComparison()
            .isEqualTo(datagram);
    }

    @Property
    void noOctetsThrow(@ForAll @Size(max = 80) final byte[] frame, @ForAll @IntRange(max = 3) final int kind) {
        if (frame.length > 24 && kind > 0) {
            frame[12] = (byte) (kind == 1 ? 0x08 : 0x86);
            frame[13] = (byte) (kind == 1 ? 0x00 : 0xdd);
            frame[14] = (byte) (kind == 1 ? 0x45 : 0x60);
            frame[kind == 1 ? 23 : 20] = 17;
        }
        UdpDatagram.parse(frame);
    }

    private static byte[] bytes(final String hex) {
        return BaseEncoding.base16().lowerCase().decode(hex.length() % 2 == 0 ? hex : hex + "0");
    }
}
