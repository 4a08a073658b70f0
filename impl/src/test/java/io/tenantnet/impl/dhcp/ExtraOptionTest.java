/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.BaseEncoding;
import io.tenantnet.impl.model.DhcpOption;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtraOptionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        mtu                    | 9000                               | 26  | 2328
        router                 | 10.0.0.1                           | 3   | 0a000001
        option:ntp-server      | 10.0.0.1,10.0.0.2                  | 42  | 0a0000010a000002
        bootfile-name          | a.0                                | 67  | 612e30
        server-ip-address      | 10.0.0.3                           | 255 | 0a000003
        tftp-server-address    | 10.0.0.3                           | 150 | 0a000003
        time-offset            | -3600                              | 2   | fffff1f0
        default-ttl            | 64                                 | 23  | 40
        classless-static-route | 10.1.0.0/16,10.0.0.1,0.0.0.0/0,10.0.0.2 | 121 | 100a010a000001000a000002
        domain-search          | a.test,b                           | 119 | 01610474657374000162 00
        vendor-encap           | 01:02:ff                           | 43  | 0102ff
        43                     | text                               | 43  | 74657874
        224                    | 10.0.0.1                           | 224 | 0a000001
        225                    | 300                                | 225 | 012c
        226                    | 0a:0b                              | 226 | 0a0b
        227                    | hello                              | 227 | 68656c6c6f
        """)
    void namesAndValues(final String name, final String value, final int code, final String octets) {
        final var option = ExtraOption.of(new DhcpOption(name, 4, value));
        assertThat(option.code()).isEqualTo(code);
        assertThat(BaseEncoding.base16().lowerCase().encode(option.value())).isEqualTo(octets.replace(" ", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        mtu                    | 70000           | it has no place in 2 octets
        mtu                    | large           | it is no number
        router                 | fe80::1         | 'fe80::1' is no IPv4 address
        router                 | nowhere         | 'nowhere' is not an IP string literal.
        classless-static-route | 10.0.0.0/8      | a destination has no next hop
        domain-search          | a..b            | 'a..b' is no domain name
        server-ip-address      | 1.1.1.1,2.2.2.2 | '1.1.1.1,2.2.2.2' is more than one address
        no-such-option         | 1               | there is no DHCP option of that name
        255                    | 1               | there is no DHCP option of that name
        53                     | 1               | it belongs to the protocol
        """)
    void whatIsWrongIsNamed(final String name, final String value, final String why) {
        assertThat(Leases.problem(new DhcpOption(name, 4, value)))
            .contains("extra-dhcp-opts " + name + " '" + value + "': " + why);
    }

    @Property
    void anyValueIsTakenOrRefused(@ForAll @IntRange(max = 260) final int code, @ForAll final String value) {
        Leases.problem(new DhcpOption(Integer.toString(code), 4, value));
    }
}
