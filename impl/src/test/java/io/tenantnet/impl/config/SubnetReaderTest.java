/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantnet.impl.model.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.Ipv6Mode;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.subnets.Subnet.IpVersion;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.subnets.SubnetBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.subnets.subnet.AllocationPools;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.subnets.subnet.AllocationPoolsBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.subnets.subnet.HostRoutesBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.IpAddress;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.IpPrefix;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;

class SubnetReaderTest {
    private static final String ID = "52dc1f2a-0001-4c6b-8f00-000000000002";
    private static final String NETWORK = "52dc1f2a00014c6b8f00000000000001";

    @Test
    void readsWhatIsSet() {
        final var subnet = ConfigReader.subnet(subnet("192.0.2.0/24").setGatewayIp(new IpAddress("192.0.2.1"))
            .setAllocationPools(pools("192.0.2.2-192.0.2.9", "192.0.2.10-192.0.2.254")).build());
        assertThat(subnet.id()).isEqualTo(UUID.fromString(ID));
        assertThat(subnet.networkId()).isEqualTo(UUID.fromString("52dc1f2a-0001-4c6b-8f00-000000000001"));
        assertThat(subnet.cidr()).hasToString("192.0.2.0/24");
        assertThat(subnet.gateway()).hasToString("Optional[192.0.2.1]");
        assertThat(subnet.pools()).extracting(Object::toString)
            .containsExactly("192.0.2.2-192.0.2.9", "192.0.2.10-192.0.2.254");
        assertThat(subnet.options()).isEqualTo(new Subnet.Options(true, List.of(), List.of()));
    }

    @Test
    void readsWhatMachinesAreTold() {
        final var options = ConfigReader.subnet(subnet("192.0.2.0/24").setEnableDhcp(false)
            .setDnsNameservers(List.of(new IpAddress("192.0.2.3"), new IpAddress("0.0.0.0")))
            .setHostRoutes(List.of(new HostRoutesBuilder().setDestination(new IpPrefix("10.0.0.0/8"))
                .setNexthop(new IpAddress("192.0.2.4")).build())).build()).options();
        assertThat(options.dhcp()).isFalse();
        assertThat(options.nameServers()).extracting(Object::toString).containsExactly("192.0.2.3");
        assertThat(options.routes()).extracting(route -> route.destination() + " " + route.nexthop())
            .containsExactly("10.0.0.0/8 192.0.2.4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.0/31", "192.0.2.1/32", "2001:db8::/64", "2001:db8::1/128", "10.0.0.0/8"})
    void acceptsCidr(final String cidr) {
        assertThat(ConfigReader.subnet(subnet(cidr).build()).cidr()).hasToString(cidr);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "192.0.2.0        | is not a prefix: the length is missing, as in 192.0.2.0/24",
        "192.0.2.0/33     | is not a prefix: the length of an IPv4 prefix is 0..32",
        "192.0.2.0/+4     | is not a prefix: the length of an IPv4 prefix is 0..32",
        "2001:db8::/129   | is not a prefix: the length of an IPv6 prefix is 0..128",
        "192.0.2/24       | is not a prefix: what stands before '/' is not an IPv4 or IPv6 address",
        "nonsense         | is not a prefix: the length is missing, as in 192.0.2.0/24",
        "::ffff:1.2.3.0/24 | is not a prefix: what stands before '/' is not an IPv4 or IPv6 address",
        "192.0.2.5/24     | has host bits: the prefix is 192.0.2.0/24",
        "2001:db8::1/64   | has host bits: the prefix is 2001:db8::/64",
        "0.0.0.0/0        | holds every address there is",
        "224.0.0.0/24     | has addresses that no machine can have",
        "127.0.0.0/8      | has addresses that no machine can have"
    })
    void refusesCidr(final String cidr, final String why) {
        assertRefused(subnet(cidr), "cidr '" + cidr + "' " + why);
    }

    @Test
    void refusesWhatDoesNotFitTheCidr() {
        assertRefused(subnet("192.0.2.0/24").setIpVersion(IpVersion.V6),
            "ip-version 'v6' does not fit cidr 192.0.2.0/24");
        assertRefused(subnet("192.0.2.0/24").setGatewayIp(new IpAddress("192.0.3.1")),
            "gateway-ip '192.0.3.1' is outside cidr 192.0.2.0/24");
        assertRefused(subnet("192.0.2.0/24").setGatewayIp(new IpAddress("192.0.2.255")),
            "gateway-ip '192.0.2.255' is the broadcast address of 192.0.2.0/24");
        assertRefused(subnet("192.0.2.0/24").setGatewayIp(new IpAddress("192.0.2.0")),
            "gateway-ip '192.0.2.0' is the network address of 192.0.2.0/24");
        assertRefused(subnet("192.0.2.0/24").setGatewayIp(new IpAddress("fe80::1")),
            "gateway-ip 'fe80::1' is outside cidr 192.0.2.0/24");
        assertRefused(subnet("192.0.2.0/24").setDnsNameservers(List.of(new IpAddress("2001:db8::53"))),
            "dns-nameservers '2001:db8::53' is IPv6, while the subnet is 192.0.2.0/24");
    }

    @Test
    void acceptsAddressesWithSpecialMeaning() {
        assertThat(ConfigReader.subnet(subnet("2001:db8::/64").setGatewayIp(new IpAddress("fe80::1")).build())
            .gateway()).hasToString("Optional[fe80::1]");
        assertThat(ConfigReader.subnet(subnet("192.0.2.0/31").setGatewayIp(new IpAddress("192.0.2.0")).build())
            .gateway()).hasToString("Optional[192.0.2.0]");
        ConfigReader.subnet(subnet("192.0.2.0/24").setDnsNameservers(List.of(new IpAddress("0.0.0.0"))).build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "192.0.2.9-192.0.2.5 | | allocation-pools/end '192.0.2.5' is below the pool's start 192.0.2.9",
        "192.0.2.9-192.0.3.5 | | allocation-pools/end '192.0.3.5' is outside cidr 192.0.2.0/24",
        "192.0.1.9-192.0.2.5 | | allocation-pools/start '192.0.1.9' is outside cidr 192.0.2.0/24",
        "192.0.2.0-192.0.2.5 | | allocation-pools/start '192.0.2.0' is the network address of 192.0.2.0/24",
        "192.0.2.9-192.0.2.255 | | allocation-pools/end '192.0.2.255' is the broadcast address of 192.0.2.0/24",
        "192.0.2.9-192.0.2.20 | 192.0.2.20-192.0.2.30 | allocation-pools '192.0.2.20-192.0.2.30' overlaps pool "
            + "192.0.2.9-192.0.2.20",
        "192.0.2.9-x | | allocation-pools/end 'x' is not an IPv4 or IPv6 address",
        "192.0.2.9-  | | allocation-pools/end is missing: the pool that starts at 192.0.2.9 needs one",
        "192.0.2.2-192.0.2.254 | | gateway-ip '192.0.2.100' is in allocation pool 192.0.2.2-192.0.2.254, which could "
            + "give it away"
    })
    void refusesPools(final String first, final String second, final String message) {
        assertRefused(subnet("192.0.2.0/24").setGatewayIp(new IpAddress("192.0.2.100"))
            .setAllocationPools(second == null ? pools(first) : pools(first, second)), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "10.0.0.0    | 192.0.2.1 | destination '10.0.0.0' is not a prefix: the length is missing, as in 192.0.2.0/24",
        "10.0.0.1/8  | 192.0.2.1 | destination '10.0.0.1/8' has host bits: the prefix is 10.0.0.0/8",
        "fd00::/8    | 192.0.2.1 | destination 'fd00::/8' is IPv6, while the subnet is 192.0.2.0/24",
        "10.0.0.0/8  | fd00::1   | nexthop 'fd00::1' is IPv6, while the subnet is 192.0.2.0/24",
        "10.0.0.0/8  | 224.0.0.1 | nexthop '224.0.0.1' is a multicast address",
        "10.0.0.0/8  |           | nexthop is missing: the route to 10.0.0.0/8 needs one"
    })
    void refusesRoutes(final String destination, final String nexthop, final String message) {
        assertRefused(subnet("192.0.2.0/24").setHostRoutes(List.of(new HostRoutesBuilder()
            .setDestination(new IpPrefix(destination))
            .setNexthop(nexthop == null ? null : new IpAddress(nexthop)).build())), "host-routes/" + message);
    }

    @Test
    void refusesModesThatNeutronRefuses() {
        assertRefused(subnet("192.0.2.0/24").setIpv6RaMode(Ipv6Mode.Slaac),
            "ipv6-ra-mode 'slaac' has no meaning for the IPv4 subnet 192.0.2.0/24");
        assertRefused(subnet("2001:db8::/64").setIpv6RaMode(Ipv6Mode.Slaac)
            .setIpv6AddressMode(Ipv6Mode.Dhcpv6Stateful),
            "ipv6-ra-mode 'slaac' differs from ipv6-address-mode 'dhcpv6-stateful'");
        assertRefused(subnet("2001:db8::/64").setIpv6AddressMode(Ipv6Mode.Slaac).setEnableDhcp(false),
            "ipv6-address-mode 'slaac' is without effect while enable-dhcp is false");
        assertRefused(subnet("2001:db8::/80").setIpv6AddressMode(Ipv6Mode.Slaac),
            "ipv6-address-mode 'slaac' needs a cidr of length 64, since machines make up the other 64 bits; cidr is "
                + "2001:db8::/80");
        ConfigReader.subnet(subnet("2001:db8::/80").setIpv6AddressMode(Ipv6Mode.Dhcpv6Stateful).build());
    }

    @Test
    void refusesWhatIsMissingOrTooLong() {
        assertRefused(subnet("192.0.2.0/24").setName("x".repeat(256)),
            "name '" + "x".repeat(80) + "...' has 256 characters: 0..255 are allowed");
        assertRefused(subnet("192.0.2.0/24").setNetworkId(null), "network-id is missing");
        assertRefused(subnet("192.0.2.0/24").setCidr(null), "cidr is missing");
    }

    private static void assertRefused(final SubnetBuilder subnet, final String message) {
        assertThatThrownBy(() -> ConfigReader.subnet(subnet.build())).isInstanceOf(InvalidLeafException.class)
            .hasMessage("subnet " + ID + ": " + message);
    }

    private static SubnetBuilder subnet(final String cidr) {
        return new SubnetBuilder().setUuid(new Uuid(ID)).setNetworkId(new Uuid(NETWORK))
            .setCidr(new IpPrefix(cidr));
    }

    private static List<AllocationPools> pools(final String... pools) {
        final var list = new ArrayList<AllocationPools>();
        for (String pool : pools) {
            final var ends = pool.split("-");
            list.add(new AllocationPoolsBuilder().setStart(new IpAddress(ends[0]))
                .setEnd(ends.length < 2 ? null : new IpAddress(ends[1])).build());
        }
        return list;
    }
}
