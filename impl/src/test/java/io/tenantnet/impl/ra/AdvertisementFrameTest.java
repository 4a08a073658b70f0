/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.ra;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import io.tenantnet.impl.packet.Checksum;
import io.tenantnet.impl.resolve.Advertisement;
import io.tenantnet.impl.resolve.Advertisement.Prefix;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdvertisementFrameTest {
    private static final Advertisement FULL = new Advertisement(Sample.portId(1), MacAddress.parse("fa:16:3e:00:00:01"),
        true, true, true, 1450, List.of(new Prefix(Cidr.parse("2001:db8:0:1::/64"), true),
            new Prefix(Cidr.parse("2001:db8:0:2::/64"), false)),
        List.of(IpAddress.parse("2001:db8::53"), IpAddress.parse("2001:db8::54")));

    @Test
    void everyOption() {
        assertThat(HexFormat.of().formatHex(AdvertisementFrame.of(FULL))).isEqualTo(
            "333300000001" + "fa163e000001" + "86dd"
            + "60000000" + "0088" + "3a" + "ff" + "fe80000000000000f8163efffe000001" + "ff020000000000000000000000000001"
            + "86" + "00" + checksum(AdvertisementFrame.of(FULL)) + "40" + "c0" + "2328" + "00000000" + "00000000"
            + "0101" + "fa163e000001"
            + "0501" + "0000" + "000005aa"
            + "0304" + "40" + "c0" + "00015180" + "00003840" + "00000000" + "20010db8000000010000000000000000"
            + "0304" + "40" + "80" + "00015180" + "00003840" + "00000000" + "20010db8000000020000000000000000"
            + "1905" + "0000" + "00002328" + "20010db8000000000000000000000053" + "20010db8000000000000000000000054");
    }

    /** RFC 4443 section 2.3: over all, with the checksum that is there, the sum is that of ones only. */
    private static String checksum(final byte[] frame) {
        assertThat(Checksum.of(Checksum.sum(frame, 22, frame.length - 22) + 58 + frame.length - 54)).isZero();
        return HexFormat.of().formatHex(frame, 56, 58);
    }

    @Test
    void noGatewayIsOneWithoutLifetime() {
        final var plain = new Advertisement(FULL.routerPort(), FULL.mac(), false, false, false, 1000, List.of(), List.of());
        final var frame = AdvertisementFrame.of(plain);
        assertThat(HexFormat.of().formatHex(frame, 54, frame.length)).isEqualTo(
            "8600" + checksum(frame) + "40" + "00" + "0000" + "00000000" + "00000000" + "0101" + "fa163e000001");
    }

    @Test
    void aFarewellIsTheSameWithoutLifetime() {
        final var farewell = AdvertisementFrame.farewell(FULL);
        checksum(farewell);
        assertThat(HexFormat.of().formatHex(farewell, 60, 62)).isEqualTo("0000");
        assertThat(HexFormat.of().formatHex(farewell, 62, farewell.length))
            .isEqualTo(HexFormat.of().formatHex(AdvertisementFrame.of(FULL), 62, farewell.length));
    }
}
