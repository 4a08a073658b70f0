/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantnet.impl.model.DhcpOption;
import io.tenantnet.impl.model.Port;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.PortBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.port.AllowedAddressPairs;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.port.AllowedAddressPairsBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.port.ExtraDhcpOpts;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.port.ExtraDhcpOptsBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.port.FixedIps;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.port.FixedIpsBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.IpAddress;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.IpPrefix;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.MacAddress;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.common.Uint8;

class PortReaderTest {
    private static final String ID = "52dc1f2a-0001-4c6b-8f00-000000000003";
    private static final String NETWORK = "52dc1f2a-0001-4c6b-8f00-000000000001";
    private static final String MAC = "02:00:00:00:00:0A";

    @Test
    void appliesTheDefaultsOfTheModel() {
        assertThat(ConfigReader.port(port().build())).isEqualTo(new Port(UUID.fromString(ID),
            UUID.fromString(NETWORK), new io.tenantnet.impl.net.MacAddress(0x02_00_00_00_00_0aL), true, List.of(),
            List.of(), Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty()));
    }

    @Test
    void readsDhcpOptions() {
        final var options = List.of(option("mtu", 4, "1400"), option("domain-name", 6, null));
        assertThat(ConfigReader.port(port().setExtraDhcpOpts(options).build()).dhcpOptions())
            .containsExactly(new DhcpOption("domain-name", 6, ""), new DhcpOption("mtu", 4, "1400"));
    }

    private static ExtraDhcpOpts option(final String name, final int version, final String value) {
        return new ExtraDhcpOptsBuilder().setOptName(name).setIpVersion(Uint8.valueOf(version)).setOptValue(value)
            .build();
    }

    @Test
    void readsWhatIsSet() {
        final var port = ConfigReader.port(port().setAdminStateUp(false).setPortSecurityEnabled(false)
            .setHostId("node-1").setInterfaceName("vnic1.0")
            .setFixedIps(List.of(fixedIp("192.0.2.5", NETWORK), fixedIp("2001:db8::5", null)))
            .setAllowedAddressPairs(List.of(pair("192.0.2.6", MAC), pair("0.0.0.0/0", MAC), pair("2001:db8::6", MAC)))
            .build());
        assertThat(port.adminUp()).isFalse();
        assertThat(port.portSecurity()).hasValue(false);
        assertThat(port.hostId()).hasValue("node-1");
        assertThat(port.interfaceName()).hasValue("vnic1.0");
        assertThat(port.fixedIps()).extracting(fixed -> fixed.address().toString())
            .containsExactly("192.0.2.5", "2001:db8::5");
        assertThat(port.fixedIps().get(0).subnetId()).hasValue(UUID.fromString(NETWORK));
        assertThat(port.addressPairs()).extracting(pair -> pair.addresses().toString())
            .containsExactly("192.0.2.6/32", "0.0.0.0/0", "2001:db8::6/128");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ff:ff:ff:ff:ff:ff | is a broadcast address",
        "01:00:5e:00:00:01 | is a multicast address",
        "00:00:00:00:00:00 | is all zero",
        "02-00-00-00-00-01 | is not a MAC address (six octets in hexadecimal, separated by colons)",
        "02:00:00:00:00    | is not a MAC address (six octets in hexadecimal, separated by colons)"
    })
    void refusesMac(final String mac, final String why) {
        assertRefused(port().setMacAddress(new MacAddress(mac)), "mac-address '" + mac + "' " + why);
        assertRefused(port().setAllowedAddressPairs(List.of(pair("192.0.2.6", mac))),
            "allowed-address-pairs/mac-address '" + mac + "' " + why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "192.0.2.300     | is not an IPv4 or IPv6 address",
        "192.0.2.1/24    | is not an IPv4 or IPv6 address",
        "fe80::1%eth0    | is not an IPv4 or IPv6 address",
        "::ffff:1.2.3.4  | is not an IPv4 or IPv6 address",
        "224.0.0.5       | is a multicast address",
        "ff02::1         | is a multicast address",
        "255.255.255.255 | is a broadcast address",
        "0.0.0.0         | is the unspecified address",
        "::              | is the unspecified address",
        "127.0.0.1       | is a loopback address",
        "::1             | is a loopback address"
    })
    void refusesFixedIp(final String address, final String why) {
        assertRefused(port().setFixedIps(List.of(fixedIp(address, null))),
            "fixed-ips/ip-address '" + address + "' " + why);
    }

    @Test
    void refusesTheSameAddressTwice() {
        assertRefused(port().setFixedIps(List.of(fixedIp("2001:db8::1", null), fixedIp("2001:db8:0::1", null))),
            "fixed-ips/ip-address '2001:db8:0::1' is given twice");
        assertRefused(port().setAllowedAddressPairs(List.of(pair("192.0.2.6", MAC),
            pair("192.0.2.6/32", "02:00:00:00:00:0a"))), "allowed-address-pairs/ip-address '192.0.2.6/32' is given "
                + "twice with mac-address 02:00:00:00:00:0a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "192.0.2.5/24 | has host bits: the prefix is 192.0.2.0/24",
        "224.0.0.0/4  | is multicast, from which no machine may send",
        "here         | is not an IPv4 or IPv6 address"
    })
    void refusesAddressPair(final String addresses, final String why) {
        assertRefused(port().setAllowedAddressPairs(List.of(pair(addresses, MAC))),
            "allowed-address-pairs/ip-address '" + addresses + "' " + why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vnic1.0", "tapd5e5b153-39", "veth0p", ".", "fifteen-letters"})
    void acceptsInterfaceName(final String name) {
        assertThat(ConfigReader.port(port().setHostId("h").setInterfaceName(name).build()).interfaceName())
            .hasValue(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sixteen--letters | has 16 characters: an interface's name has 1..15",
        "''               | has 0 characters: an interface's name has 1..15",
        "a/b              | has a slash, a blank or a control character in it",
        "a b              | has a slash, a blank or a control character in it"
    })
    void refusesInterfaceName(final String name, final String why) {
        assertRefused(port().setHostId("h").setInterfaceName(name), "interface-name '" + name + "' " + why);
    }

    @Test
    void refusesWhatIsMissing() {
        assertRefused(port().setMacAddress(null), "mac-address is missing");
        assertRefused(port().setNetworkId(null), "network-id is missing");
        assertRefused(port().setHostId("").setInterfaceName("vnic1.0"),
            "host-id is missing: it is needed with interface-name 'vnic1.0'");
    }

    @Test
    void refusesReferencesThatAreNoUuid() {
        final var why = " 'x' is not a UUID (32 hexadecimal digits, with dashes as 8-4-4-4-12 or without)";
        final var wrong = new Uuid("x");
        assertRefused(port().setNetworkId(wrong), "network-id" + why);
        assertRefused(port().setQosPolicyId(wrong), "qos-policy-id" + why);
        assertRefused(port().setSecurityGroupIds(List.of(wrong)), "security-group-ids" + why);
        assertRefused(port().setFixedIps(List.of(fixedIp("192.0.2.5", "x"))), "fixed-ips/subnet-id" + why);
    }

    @Test
    void refusesTextsThatAreTooLong() {
        final var text = "x".repeat(256);
        final var why = " '" + "x".repeat(80) + "...' has 256 characters: 0..255 are allowed";
        assertRefused(port().setName(text), "name" + why);
        assertRefused(port().setDeviceId(text), "device-id" + why);
        assertRefused(port().setDeviceOwner(text), "device-owner" + why);
        assertRefused(port().setHostId(text), "host-id" + why);
        assertRefused(port().setExtraDhcpOpts(List.of(new ExtraDhcpOptsBuilder().setOptName("")
            .setIpVersion(Uint8.valueOf(4)).build())),
            "extra-dhcp-opts/opt-name '' has 0 characters: 1..64 are allowed");
    }

    @Test
    void refusesDhcpOptionsOfNoVersion() {
        assertRefused(port().setExtraDhcpOpts(List.of(new ExtraDhcpOptsBuilder().setOptName("mtu")
            .setIpVersion(Uint8.valueOf(5)).build())), "extra-dhcp-opts/ip-version '5' is neither 4 nor 6");
    }

    private static void assertRefused(final PortBuilder port, final String message) {
        assertThatThrownBy(() -> ConfigReader.port(port.build())).isInstanceOf(InvalidLeafException.class)
            .hasMessage("port " + ID + ": " + message);
    }

    private static PortBuilder port() {
        return new PortBuilder().setUuid(new Uuid(ID)).setNetworkId(new Uuid(NETWORK))
            .setMacAddress(new MacAddress(MAC));
    }

    private static FixedIps fixedIp(final String address, final String subnet) {
        return new FixedIpsBuilder().setIpAddress(new IpAddress(address))
            .setSubnetId(subnet == null ? null : new Uuid(subnet)).build();
    }

    private static AllowedAddressPairs pair(final String addresses, final String mac) {
        return new AllowedAddressPairsBuilder().setIpAddress(new IpPrefix(addresses))
            .setMacAddress(new MacAddress(mac)).build();
    }
}
