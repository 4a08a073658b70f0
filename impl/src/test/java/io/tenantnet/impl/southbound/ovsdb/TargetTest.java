/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.net.IpAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @ParameterizedTest
    @CsvSource({"tcp:192.0.2.1:6640, tcp:192.0.2.1:6640", "tcp:192.0.2.1, tcp:192.0.2.1:6653",
        "ssl:[2001:DB8::1]:6640, ssl:[2001:db8::1]:6640", "tcp:controller.example:1, tcp:controller.example:1"})
    void isReadAndWritten(final String text, final String canonical) {
        assertThat(Target.parse(text, 6653)).get().hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ptcp:6640", "punix:/a", "tcp:", "tcp:192.0.2.1:x", "udp:192.0.2.1"})
    void isNotReadFromAnythingElse(final String text) {
        assertThat(Target.parse(text, 6653)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp:192.0.2.1:6653", "tcp:[2001:db8::1]:6653"})
    void hasTwoForms(final String whole) {
        final var target = Target.parse(whole, 1).orElseThrow();
        final var other = target.otherFormOf(whole);
        assertThat(other).isNotEqualTo(whole);
        assertThat(Target.parse(other, Target.OPENFLOW_PORT)).contains(target);
        assertThat(target.otherFormOf(other)).isEqualTo(whole);
    }

    @Test
    void hasBracketsAroundAnIpv6Address() {
        assertThat(Target.openflow(IpAddress.parse("2001:db8::1"))).hasToString("tcp:[2001:db8::1]:6653");
    }
}
