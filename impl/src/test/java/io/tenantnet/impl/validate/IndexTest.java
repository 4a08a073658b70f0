/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import static io.tenantnet.impl.validate.Entries.change;
import static io.tenantnet.impl.validate.Entries.id;
import static io.tenantnet.impl.validate.Entries.network;
import static io.tenantnet.impl.validate.Entries.ofNeutron;
import static io.tenantnet.impl.validate.Entries.port;
import static io.tenantnet.impl.validate.Entries.subnet;
import static io.tenantnet.impl.validate.Entries.trunk;
import static io.tenantnet.impl.validate.Entries.vxlan;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantnet.impl.config.InvalidLeafException;
import io.tenantnet.impl.config.ProviderSegment;
import io.tenantnet.impl.model.NetworkType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IndexTest {
    private Map<UUID, Integer> allocations = Map.of();
    private Index index = new Index();

    @Test
    void refusesOneUuidInTwoSpellings() {
        add(vxlan(1, 5));
        final var other = new NetworkEntry(id(1).toString().replace("-", ""), false, vxlan(1, 6).network(), List.of());
        assertConflict("network 00000000000000000000000000000001: uuid '00000000000000000000000000000001' is that of "
            + "network 00000000-0000-0000-0000-000000000001, written in another way", other);
        index = index.with(change(List.of(vxlan(1, 5)), other), allocations);
    }

    @Test
    void leavesAnObjectAloneWhenAnotherSpellingOfItIsRemoved() {
        add(vxlan(1, 5));
        index = index.with(new ChangeSet(new Changes<>(List.of(id(1).toString().replace("-", "")), List.of()),
            new Changes<>(List.of(), List.of()), new Changes<>(List.of(), List.of()),
            new Changes<>(List.of(), List.of())), allocations);
        assertConflict("network 00000000-0000-0000-0000-000000000002: segmentation-id '5' is in use by vxlan network "
            + "00000000-0000-0000-0000-000000000001", vxlan(2, 5));
    }

    @Test
    void refusesASegmentTwice() {
        add(vxlan(1, 5));
        assertConflict("network 00000000-0000-0000-0000-000000000002: segmentation-id '5' is in use by vxlan network "
            + "00000000-0000-0000-0000-000000000001", vxlan(2, 5));
        add(network(3, List.of(new ProviderSegment(NetworkType.VLAN, "p", 5))),
            network(4, List.of(new ProviderSegment(NetworkType.VLAN, "q", 5))),
            network(5, List.of(new ProviderSegment(NetworkType.GRE, "", 5))),
            network(6, List.of(new ProviderSegment(NetworkType.FLAT, "p", 0))));
        assertConflict("network 00000000-0000-0000-0000-000000000007: segmentation-id '5' is in use on physical-network"
            + " p by vlan network 00000000-0000-0000-0000-000000000003",
            network(7, List.of(new ProviderSegment(NetworkType.VLAN, "p", 5))));
        assertConflict("network 00000000-0000-0000-0000-000000000007: physical-network 'p' is in use by flat network "
            + "00000000-0000-0000-0000-000000000006",
            network(7, List.of(new ProviderSegment(NetworkType.FLAT, "p", 0))));
        assertConflict("network 00000000-0000-0000-0000-000000000007: segmentation-id '5' is in use by vxlan network "
            + "00000000-0000-0000-0000-000000000001", network(7, List.of(
                new ProviderSegment(NetworkType.VLAN, "p", 6), new ProviderSegment(NetworkType.VXLAN, "", 5))));
    }

    @Test
    void letsObjectsOfNeutronOverlapForAMoment() {
        add(ofNeutron(vxlan(1, 5)), ofNeutron(vxlan(2, 5)), ofNeutron(vxlan(3, 5)),
            ofNeutron(subnet(10, 1, "10.0.0.0/24")), ofNeutron(subnet(11, 1, "10.0.0.0/25")),
            ofNeutron(port(20, 1, 0xa, "10.0.0.5")), ofNeutron(port(21, 1, 0xa, "10.0.0.5")));
        assertConflict("network 00000000-0000-0000-0000-000000000004: segmentation-id '5' is in use by vxlan network "
            + "00000000-0000-0000-0000-000000000001", vxlan(4, 5));
        index = index.with(change(List.of(vxlan(1, 5), vxlan(2, 5), port(20, 1, 0xa))), allocations);
        assertConflict("network 00000000-0000-0000-0000-000000000004: segmentation-id '5' is in use by vxlan network "
            + "00000000-0000-0000-0000-000000000003", vxlan(4, 5));
        assertConflict("port 00000000-0000-0000-0000-000000000016: mac-address '00:00:00:00:00:0a' is in use by port "
            + "00000000-0000-0000-0000-000000000015 in the same network, 00000000-0000-0000-0000-000000000001",
            port(22, 1, 0xa));
        index = index.with(change(List.of(vxlan(3, 5)), vxlan(4, 5)), allocations);
    }

    @Test
    void letsNetworksSwapTheirSegments() {
        add(vxlan(1, 5), vxlan(2, 6));
        index = index.with(change(List.of(vxlan(1, 5), vxlan(2, 6)), vxlan(1, 6), vxlan(2, 5)), allocations);
        assertConflict("network 00000000-0000-0000-0000-000000000003: segmentation-id '5' is in use by vxlan network "
            + "00000000-0000-0000-0000-000000000002", vxlan(3, 5));
    }

    @Test
    void refusesAnIdentifierThatWasGivenToAnother() {
        allocations = Map.of(id(1), 100_000, id(9), 100_001);
        add(vxlan(1, 0));
        assertConflict("network 00000000-0000-0000-0000-000000000002: segmentation-id '100000' was given to network "
            + "00000000-0000-0000-0000-000000000001, which asks for none of its own", vxlan(2, 100_000));
        add(vxlan(2, 100_001));
        index = index.with(change(List.of(vxlan(1, 0)), vxlan(1, 7), vxlan(3, 100_000)), allocations);
        // The network itself may ask for what it was given.
        allocations = Map.of(id(4), 100_002);
        add(vxlan(4, 0));
        index = index.with(change(List.of(vxlan(4, 0)), vxlan(4, 100_002)), allocations);
    }

    @Test
    void aPortIsInOneTrunk() {
        add(trunk(40, 20, 21, 22));
        final var there = "is in use by trunk 00000000-0000-0000-0000-000000000028";
        assertConflict("trunk 00000000-0000-0000-0000-000000000029: port-id '" + id(20) + "' " + there, trunk(41, 20));
        assertConflict("trunk 00000000-0000-0000-0000-000000000029: port-id '" + id(22) + "' " + there, trunk(41, 22));
        assertConflict("trunk 00000000-0000-0000-0000-000000000029: sub-ports/port-id '" + id(20) + "' " + there,
            trunk(41, 23, 20));
        index = index.with(change(List.of(trunk(40, 20, 21, 22)), trunk(40, 20, 21), trunk(41, 22)), allocations);
    }

    @Test
    void refusesOverlappingSubnetsOfOneNetwork() {
        add(subnet(10, 1, "10.0.0.0/16"), subnet(11, 2, "10.0.0.0/24"));
        assertConflict("subnet 00000000-0000-0000-0000-00000000000c: cidr '10.0.5.0/24' overlaps cidr 10.0.0.0/16 of "
            + "subnet 00000000-0000-0000-0000-00000000000a in the same network, 00000000-0000-0000-0000-000000000001",
            subnet(12, 1, "10.0.5.0/24"));
        assertConflict("subnet 00000000-0000-0000-0000-00000000000c: cidr '10.0.0.0/8' overlaps cidr 10.0.0.0/24 of "
            + "subnet 00000000-0000-0000-0000-00000000000b in the same network, 00000000-0000-0000-0000-000000000002",
            subnet(12, 2, "10.0.0.0/8"));
        add(subnet(12, 1, "10.1.0.0/16"));
        index = index.with(change(List.of(subnet(10, 1, "10.0.0.0/16"))), allocations);
        add(subnet(13, 1, "10.0.0.0/16"));
    }

    @Test
    void refusesAMacTwiceInANetwork() {
        add(port(20, 1, 0xa), port(21, 2, 0xa));
        assertConflict("port 00000000-0000-0000-0000-000000000016: mac-address '00:00:00:00:00:0a' is in use by port "
            + "00000000-0000-0000-0000-000000000014 in the same network, 00000000-0000-0000-0000-000000000001",
            port(22, 1, 0xa));
        // Once the other has moved away, it is free.
        index = index.with(change(List.of(port(20, 1, 0xa)), port(20, 3, 0xa), port(22, 1, 0xa)), allocations);
    }

    @Test
    void refusesAnAddressTwiceInANetwork() {
        add(port(20, 1, 0xa, "10.0.0.5"), port(21, 2, 0xa, "10.0.0.5"));
        assertConflict("port 00000000-0000-0000-0000-000000000016: fixed-ips/ip-address '10.0.0.5' is in use by port "
            + "00000000-0000-0000-0000-000000000014 in the same network, 00000000-0000-0000-0000-000000000001",
            port(22, 1, 0xb, "10.0.0.5@77"));
        index = index.with(change(List.of(port(20, 1, 0xa, "10.0.0.5")), port(20, 1, 0xa, "10.0.0.6"),
            port(22, 1, 0xb, "10.0.0.5")), allocations);
    }

    @Test
    void refusesAnAddressOutsideItsSubnet() {
        add(subnet(10, 1, "10.0.0.0/24"), subnet(11, 1, "10.0.1.0/24"));
        assertInvalid("port 00000000-0000-0000-0000-000000000014: fixed-ips/ip-address '10.0.1.5' is outside cidr "
            + "10.0.0.0/24 of subnet 00000000-0000-0000-0000-00000000000a", port(20, 1, 0xa, "10.0.1.5@10"));
        assertInvalid("port 00000000-0000-0000-0000-000000000014: fixed-ips/ip-address '10.0.1.255' is the broadcast "
            + "address of 10.0.1.0/24, the cidr of subnet 00000000-0000-0000-0000-00000000000b",
            port(20, 1, 0xa, "10.0.1.255@11"));
        assertInvalid("port 00000000-0000-0000-0000-000000000014: fixed-ips/ip-address '10.0.1.0' is the network "
            + "address of 10.0.1.0/24, the cidr of subnet 00000000-0000-0000-0000-00000000000b",
            port(20, 1, 0xa, "10.0.1.0"));
        assertInvalid("port 00000000-0000-0000-0000-000000000014: fixed-ips/subnet-id "
            + "'00000000-0000-0000-0000-00000000000a' belongs to network 00000000-0000-0000-0000-000000000001, while "
            + "the port is in network 00000000-0000-0000-0000-000000000002", port(20, 2, 0xa, "10.0.0.5@10"));
    }

    @Test
    void refusesAnAddressOutsideAllSubnetsWhereItNamesNone() {
        add(subnet(10, 1, "10.0.0.0/24"), subnet(11, 1, "10.0.1.0/24"), subnet(12, 2, "10.7.0.0/24"));
        add(port(20, 1, 0xa, "10.0.1.5", "2001:db8::5"), port(21, 3, 0xa, "10.9.9.9"));
        assertInvalid("port 00000000-0000-0000-0000-000000000016: fixed-ips/ip-address '10.7.0.5' is outside the IPv4 "
            + "subnets of network 00000000-0000-0000-0000-000000000001: 10.0.0.0/24 (subnet "
            + "00000000-0000-0000-0000-00000000000a), 10.0.1.0/24 (subnet 00000000-0000-0000-0000-00000000000b)",
            port(22, 1, 0xc, "10.7.0.5"));
    }

    @Test
    void refusesASubnetThatDoesNotFitThePortsThatNameIt() {
        add(port(20, 1, 0xa, "10.0.0.5@10"));
        assertConflict("subnet 00000000-0000-0000-0000-00000000000a: cidr '10.1.0.0/24' does not fit a port of the "
            + "network: port 00000000-0000-0000-0000-000000000014: fixed-ips/ip-address '10.0.0.5' is outside cidr "
            + "10.1.0.0/24 of subnet 00000000-0000-0000-0000-00000000000a", subnet(10, 1, "10.1.0.0/24"));
        assertConflict("subnet 00000000-0000-0000-0000-00000000000a: network-id '00000000-0000-0000-0000-000000000002' "
            + "is not that of a port which names the subnet: port 00000000-0000-0000-0000-000000000014: "
            + "fixed-ips/subnet-id '00000000-0000-0000-0000-00000000000a' belongs to network "
            + "00000000-0000-0000-0000-000000000002, while the port is in network 00000000-0000-0000-0000-000000000001",
            subnet(10, 2, "10.0.0.0/24"));
        add(subnet(10, 1, "10.0.0.0/24"));
        assertConflict(List.of(subnet(10, 1, "10.0.0.0/24")), "subnet 00000000-0000-0000-0000-00000000000a: cidr "
            + "'10.0.0.0/30' does not fit a port of the network: port 00000000-0000-0000-0000-000000000014: "
            + "fixed-ips/ip-address '10.0.0.5' is outside cidr 10.0.0.0/30 of subnet "
            + "00000000-0000-0000-0000-00000000000a", subnet(10, 1, "10.0.0.0/30"));
        // Together with the port it may change, and it may go.
        index = index.with(change(List.of(subnet(10, 1, "10.0.0.0/24"), port(20, 1, 0xa, "10.0.0.5@10")),
            subnet(10, 1, "10.1.0.0/24"), port(20, 1, 0xa, "10.1.0.5@10")), allocations);
        index = index.with(change(List.of(subnet(10, 1, "10.1.0.0/24"))), allocations);
    }

    @Test
    void refusesASubnetThatDoesNotFitThePortsThatNameNone() {
        add(port(20, 1, 0xa, "10.0.0.5"));
        assertConflict("subnet 00000000-0000-0000-0000-00000000000a: cidr '10.1.0.0/24' does not fit a port of the "
            + "network: port 00000000-0000-0000-0000-000000000014: fixed-ips/ip-address '10.0.0.5' is outside the IPv4 "
            + "subnets of network 00000000-0000-0000-0000-000000000001: 10.1.0.0/24 (subnet "
            + "00000000-0000-0000-0000-00000000000a)", subnet(10, 1, "10.1.0.0/24"));
        add(subnet(9, 1, "2001:db8::/64"), subnet(10, 1, "10.0.0.0/24"), subnet(11, 1, "10.1.0.0/24"));
        assertConflict(List.of(subnet(10, 1, "10.0.0.0/24")), "subnet 00000000-0000-0000-0000-00000000000a: cidr "
            + "'10.0.0.0/24' is still needed by a port of the network: port 00000000-0000-0000-0000-000000000014: "
            + "fixed-ips/ip-address '10.0.0.5' is outside the IPv4 subnets of network "
            + "00000000-0000-0000-0000-000000000001: 10.1.0.0/24 (subnet 00000000-0000-0000-0000-00000000000b)");
        index = index.with(change(List.of(subnet(10, 1, "10.0.0.0/24"), subnet(11, 1, "10.1.0.0/24"))), allocations);
    }

    @Test
    void letsANetworkGoUnderItsPorts() {
        add(vxlan(1, 5), subnet(10, 1, "10.0.0.0/24"), port(20, 1, 0xa, "10.0.0.5@10"));
        index = index.with(change(List.of(vxlan(1, 5))), allocations);
        add(vxlan(2, 5));
    }

    private void add(final Entry... entries) {
        index = index.with(change(List.of(), entries), allocations);
    }

    private void assertConflict(final String message, final Entry... added) {
        assertConflict(List.of(), message, added);
    }

    private void assertConflict(final List<Entry> before, final String message, final Entry... after) {
        assertThatThrownBy(() -> index.with(change(before, after), allocations))
            .isInstanceOf(ConflictException.class).hasMessage(message);
    }

    private void assertInvalid(final String message, final Entry... added) {
        assertThatThrownBy(() -> index.with(change(List.of(), added), allocations))
            .isInstanceOf(InvalidLeafException.class).hasMessage(message);
    }
}
