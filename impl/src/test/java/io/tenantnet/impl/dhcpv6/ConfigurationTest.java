/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcpv6;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.DhcpOption;
import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.resolve.Resolver;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
    /** In networks of even numbers addresses come by DHCPv6; see {@link Sample#router6}. */
    private static Model model(final int network, final List<DhcpOption> options) {
        return new Sample().network(network).router(0).router6(0, network).host(1, Sample.tap(1))
            .port(new Port(Sample.portId(1), Sample.networkId(network), Sample.mac(1), true,
                List.of(new FixedIp(Sample.ip(1), Optional.empty()),
                    new FixedIp(Sample.ip6(network, 1), Optional.empty())),
                List.of(), Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), options)).build();
    }

    private static Configuration of(final Model model) {
        return Configuration.of(model.tenant(), Resolver.resolve(model).ports().get(Sample.portId(1)));
    }

    @Test
    void addressesOfAStatefulSubnetAndNoOther() {
        assertThat(of(model(2, List.of())).addresses()).containsExactly(Sample.ip6(2, 1));
        assertThat(of(model(1, List.of())).addresses()).isEmpty();
    }

    @Test
    void itIsAnsweredWhereAModeAsksForIt() {
        assertThat(Resolver.resolve(model(2, List.of())).ports().get(Sample.portId(1)).ipv6().dhcp()).isPresent();
        assertThat(Resolver.resolve(model(1, List.of())).ports().get(Sample.portId(1)).ipv6().dhcp()).isEmpty();
    }

    @Test
    void optionsOfThePortAreThoseOfIpv6ThatCanBeGiven() {
        final var options = of(model(2, List.of(new DhcpOption("dns-server", 4, "10.0.0.53"),
            new DhcpOption("sntp-server", 6, "2001:db8::123"), new DhcpOption("no-such", 6, "1"),
            new DhcpOption("bootfile-url", 6, "")))).options();
        assertThat(options).extracting(Dhcpv6Option::code).containsExactly(31);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "dns-server | 2001:db8::1,[2001:db8::2] | 23 | 20010db800000000000000000000000120010db8000000000000000000000002",
        "option6:domain-search | a.test,b | 24 | 016104746573740001" + "6200",
        "59 | http://x/y | 59 | 687474703a2f2f782f79", "60000 | 01:02:ff | 60000 | 0102ff",
        "information-refresh-time | 600 | 32 | 00000258"})
    void valuesOnTheWire(final String name, final String value, final int code, final String octets) {
        final var option = ExtraOptions.of(new DhcpOption(name, 6, value));
        assertThat(option.code()).isEqualTo(code);
        assertThat(HexFormat.of().formatHex(option.value())).isEqualTo(octets);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"ntp | 1 | there is no DHCPv6 option of that name",
        "70000 | 1 | there is no DHCPv6 option of that name", "3 | 1 | it belongs to the protocol",
        "dns-server | 10.0.0.1 | '10.0.0.1' is no IPv6 address", "dns-server | x | 'x' is not an IP string literal.",
        "domain-search | a..b | 'a..b' is no domain name"})
    void whatIsWrongIsSaid(final String name, final String value, final String reason) {
        assertThat(ExtraOptions.problem(new DhcpOption(name, 6, value)))
            .contains("extra-dhcp-opts " + name + " '" + value + "': " + reason);
    }
}
