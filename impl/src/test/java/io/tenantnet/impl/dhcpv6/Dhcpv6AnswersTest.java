/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcpv6;

import static io.tenantnet.impl.dhcpv6.Dhcpv6Message.ADVERTISE;
import static io.tenantnet.impl.dhcpv6.Dhcpv6Message.CONFIRM;
import static io.tenantnet.impl.dhcpv6.Dhcpv6Message.DECLINE;
import static io.tenantnet.impl.dhcpv6.Dhcpv6Message.INFORMATION_REQUEST;
import static io.tenantnet.impl.dhcpv6.Dhcpv6Message.REBIND;
import static io.tenantnet.impl.dhcpv6.Dhcpv6Message.RELEASE;
import static io.tenantnet.impl.dhcpv6.Dhcpv6Message.RENEW;
import static io.tenantnet.impl.dhcpv6.Dhcpv6Message.REPLY;
import static io.tenantnet.impl.dhcpv6.Dhcpv6Message.REQUEST;
import static io.tenantnet.impl.dhcpv6.Dhcpv6Message.SOLICIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.net.IpAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Dhcpv6AnswersTest {
    private static final String CLIENT = "0001" + "0006" + "00030001abcd";
    private static final String SERVER = "0002" + "0012" + "0004" + "00000000000000010000000000000002";
    private static final String DNS = "0017" + "0010" + "20010db8000000000000000000000053";
    private static final String OWN = "20010db8000000000000000000000007";
    private static final String FOREIGN = "20010db8000000000000000000000008";
    private static final Configuration PORT = new Configuration(Configuration.duid(new UUID(1, 2)),
        List.of(IpAddress.parse("2001:db8::7")), 1000,
        List.of(Dhcpv6Option.ofAddresses(Dhcpv6Option.NAME_SERVERS, List.of(IpAddress.parse("2001:db8::53")))));
    private static final Configuration WITHOUT = new Configuration(PORT.serverId(), List.of(), 1000, PORT.options());

    /** An option IA_NA with number 9, times and what is in it. */
    private static String association(final String times, final String inside) {
        return "0003" + "%04x".formatted(12 + inside.length() / 2) + "00000009" + times + inside;
    }

    private static String asked(final String... addresses) {
        final var inside = new StringBuilder();
        for (final var address : addresses) {
            inside.append("00050018").append(address).append("0000000000000000");
        }
        return association("0000000000000000", inside.toString());
    }

    private static String given(final String inside) {
        return association("000001f4" + "00000320", inside);
    }

    private static String address(final String address, final int lifetime) {
        return "00050018" + address + "%08x%08x".formatted(lifetime, lifetime);
    }

    private static String answer(final Configuration configuration, final boolean byMulticast, final int type,
            final String... options) {
        final var bytes = HexFormat.of().parseHex("%02x123456".formatted(type) + String.join("", options));
        return Dhcpv6Answers.to(Dhcpv6Message.parse(bytes).orElseThrow(), byMulticast, configuration)
            .map(answer -> HexFormat.of().formatHex(answer.toBytes())).orElse("silence");
    }

    private static String ask(final int type, final String... options) {
        return answer(PORT, true, type, options);
    }

    private static String message(final int type, final String... options) {
        return "%02x123456".formatted(type) + String.join("", options);
    }

    @Test
    void solicitations() {
        assertThat(ask(SOLICIT, CLIENT, asked())).isEqualTo(message(ADVERTISE, CLIENT, SERVER,
            given(address(OWN, 1000)), DNS, "0007" + "0001" + "ff"));
        assertThat(ask(SOLICIT, CLIENT, "000e0000", asked())).as("rapid commit").isEqualTo(message(REPLY, CLIENT, SERVER,
            given(address(OWN, 1000)), DNS, "000e0000"));
        assertThat(ask(SOLICIT, CLIENT, asked(FOREIGN))).as("a wish").contains(given(address(OWN, 1000)));
        assertThat(answer(WITHOUT, true, SOLICIT, CLIENT, asked())).containsPattern(
            "00000009" + "0000000000000000" + "000d....0002");
        assertThat(ask(SOLICIT, asked())).as("no client id").isEqualTo("silence");
        assertThat(ask(SOLICIT, CLIENT, SERVER, asked())).as("for one server").isEqualTo("silence");
    }

    @Test
    void requests() {
        assertThat(ask(REQUEST, CLIENT, SERVER, asked(OWN))).isEqualTo(message(REPLY, CLIENT, SERVER,
            given(address(OWN, 1000)), DNS));
        assertThat(ask(REQUEST, CLIENT, asked(OWN))).as("for nobody").isEqualTo("silence");
        assertThat(ask(REQUEST, CLIENT, "0002" + "0004" + "00030001", asked(OWN))).as("for another").isEqualTo("silence");
        assertThat(answer(PORT, false, REQUEST, CLIENT, SERVER, asked(OWN))).as("by unicast")
            .startsWith(message(REPLY, CLIENT, SERVER, "000d")).containsPattern("000d....0005").doesNotContain(OWN);
        assertThat(answer(PORT, false, SOLICIT, CLIENT, asked())).as("by unicast").isEqualTo("silence");
    }

    @Test
    void onlyTheFirstAssociationHasTheAddresses() {
        final var other = "0003" + "000c" + "0000000a" + "0000000000000000";
        for (final var both : List.of(List.of(asked(), other), List.of(other, asked()))) {
            final var answer = ask(SOLICIT, CLIENT, both.get(0), both.get(1));
            assertThat(answer).contains(given(address(OWN, 1000)), "0000000a" + "0000000000000000" + "000d");
        }
    }

    @Test
    void temporaryAddressesAndPrefixesAreNotGiven() {
        final var answer = ask(SOLICIT, CLIENT, "0004" + "0004" + "00000001", "0019" + "000c" + "00000002"
            + "0000000000000000");
        assertThat(answer).containsPattern("0004" + "....00000001" + "000d....0002")
            .containsPattern("0019" + "....00000002" + "0000000000000000" + "000d....0006");
    }

    @Test
    void renewalsAndRebindings() {
        assertThat(ask(RENEW, CLIENT, SERVER, asked(OWN, FOREIGN))).isEqualTo(message(REPLY, CLIENT, SERVER,
            given(address(OWN, 1000) + address(FOREIGN, 0)), DNS));
        assertThat(ask(REBIND, CLIENT, asked(FOREIGN))).isEqualTo(message(REPLY, CLIENT, SERVER,
            given(address(OWN, 1000) + address(FOREIGN, 0)), DNS));
        assertThat(ask(REBIND, CLIENT, SERVER, asked(OWN))).as("for one server").isEqualTo("silence");
        assertThat(answer(WITHOUT, true, RENEW, CLIENT, SERVER, asked(OWN))).containsPattern(
            "00000009" + "0000000000000000" + "000d....0003");
    }

    @Test
    void confirmations() {
        assertThat(ask(CONFIRM, CLIENT, asked(OWN))).contains("000d").containsPattern("000d....0000");
        assertThat(ask(CONFIRM, CLIENT, asked(OWN, FOREIGN))).containsPattern("000d....0004");
        assertThat(ask(CONFIRM, CLIENT, asked())).isEqualTo("silence");
    }

    @ParameterizedTest
    @ValueSource(ints = {RELEASE, DECLINE})
    void whatIsGivenBackIsThanked(final int type) {
        assertThat(ask(type, CLIENT, SERVER, asked(OWN))).startsWith(message(REPLY, CLIENT, SERVER, "000d"))
            .containsPattern("000d....0000");
        assertThat(ask(type, CLIENT, asked(OWN))).isEqualTo("silence");
    }

    @Test
    void informationRequests() {
        assertThat(ask(INFORMATION_REQUEST)).isEqualTo(message(REPLY, SERVER, DNS));
        assertThat(ask(INFORMATION_REQUEST, CLIENT, SERVER)).isEqualTo(message(REPLY, CLIENT, SERVER, DNS));
        assertThat(ask(INFORMATION_REQUEST, CLIENT, asked())).isEqualTo("silence");
    }

    @Test
    void aLeaseForEver() {
        final var forEver = new Configuration(PORT.serverId(), PORT.addresses(), 0xffff_ffffL, List.of());
        assertThat(answer(forEver, true, SOLICIT, CLIENT, asked())).contains(association("ffffffffffffffff",
            "00050018" + OWN + "ffffffffffffffff"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, ADVERTISE, REPLY, 10, 12, 13, 255})
    void whatNoClientSaysIsNotAnswered(final int type) {
        assertThat(ask(type, CLIENT, SERVER, asked(OWN))).isEqualTo("silence");
    }

    @Test
    void theServerIsTheSameForAllTimes() {
        assertThat(Configuration.duid(new UUID(1, 2))).isEqualTo(Configuration.duid(new UUID(1, 2)))
            .isNotEqualTo(Configuration.duid(new UUID(1, 3)));
        assertThat(HexFormat.of().formatHex(Configuration.duid(new UUID(1, 2))))
            .isEqualTo("0004" + "0000000000000001" + "0000000000000002");
    }
}
