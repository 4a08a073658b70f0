/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @ParameterizedTest
    @CsvSource({"10.0.0.0/24,10.0.0.0,10.0.0.255", "0.0.0.0/0,0.0.0.0,255.255.255.255",
        "10.0.0.7/32,10.0.0.7,10.0.0.7", "10.1.2.3/9,10.0.0.0,10.127.255.255",
        "2001:db8::/64,2001:db8::,2001:db8::ffff:ffff:ffff:ffff", "2001:db8::8000/113,2001:db8::8000,2001:db8::ffff",
        "::/0,::,ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "fe80::/10,fe80::,febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff"})
    void aBlockHasItsBounds(final String block, final String first, final String last) {
        final var cidr = Cidr.parse(block);
        assertThat(cidr.first()).hasToString(first);
        assertThat(cidr.last()).hasToString(last);
        assertThat(cidr.contains(IpAddress.parse(first))).isTrue();
        assertThat(cidr.contains(IpAddress.parse(last))).isTrue();
    }

    @Test
    void aBlockContainsNothingOutside() {
        final var cidr = Cidr.parse("10.0.1.0/24");
        assertThat(cidr.contains(IpAddress.parse("10.0.0.255"))).isFalse();
        assertThat(cidr.contains(IpAddress.parse("10.0.2.0"))).isFalse();
        assertThat(cidr.contains(IpAddress.parse("::a00:100"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0/24", "::/129", "10.0.0.0/", "/24", "", "10.0.0.0/a"})
    void whatIsNoBlockIsRefused(final String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse(text));
    }

    @Test
    void hostBitsShow() {
        assertThat(Cidr.parse("10.0.0.1/24").isCanonical()).isFalse();
        assertThat(Cidr.parse("10.0.0.0/24").isCanonical()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa:16:3e:00:00", "fa:16:3e:00:00:0g", "fa-16-3e-00-00-01", "", "fa:16:3e:00:00:01:02"})
    void whatIsNoMacIsRefused(final String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> MacAddress.parse(text));
    }

    @Test
    void macAddressesAreReadAndWritten() {
        assertThat(MacAddress.parse("FA:16:3E:00:00:0a")).hasToString("fa:16:3e:00:00:0a");
        assertThat(MacAddress.parse("01:00:5e:00:00:01").isMulticast()).isTrue();
        assertThat(MacAddress.parse("fa:16:3e:00:00:01").isMulticast()).isFalse();
    }

    @Test
    void theLinkLocalAddressIsThatOfRfc4291AppendixA() {
        assertThat(MacAddress.parse("34:56:78:9a:bc:de").linkLocal()).hasToString("fe80::3656:78ff:fe9a:bcde");
    }

    @Test
    void addressesAreOrderedAsUnsignedNumbers() {
        assertThat(IpAddress.parse("200.0.0.1")).isGreaterThan(IpAddress.parse("100.0.0.1"));
        assertThat(IpAddress.parse("ff02::1")).isGreaterThan(IpAddress.parse("2001:db8::1"));
    }

    @Test
    void rangesOverlapWhereTheyShareAnAddress() {
        final var range = new AddressRange(IpAddress.parse("10.0.0.10"), IpAddress.parse("10.0.0.20"));
        assertThat(range.overlaps(new AddressRange(IpAddress.parse("10.0.0.20"), IpAddress.parse("10.0.0.30")))).isTrue();
        assertThat(range.overlaps(new AddressRange(IpAddress.parse("10.0.0.21"), IpAddress.parse("10.0.0.30")))).isFalse();
        assertThat(range.overlaps(new AddressRange(IpAddress.parse("10.0.0.12"), IpAddress.parse("10.0.0.13")))).isTrue();
    }
}
