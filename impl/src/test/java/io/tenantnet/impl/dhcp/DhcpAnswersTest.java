/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.DhcpOption;
import io.tenantnet.impl.model.Router.Route;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DhcpAnswersTest {
    private static final int DISCOVER = 1;
    private static final int REQUEST = 3;
    private static final String SERVER = "10.0.0.254";

    private final List<Route> routes = new ArrayList<>();
    private final List<ExtraOption> extra = new ArrayList<>();
    private long seconds = 3600;

    private Lease lease(final int address) {
        return new Lease(Sample.ip(address), Cidr.parse("10.0.0.0/24"), IpAddress.parse(SERVER),
            Optional.of(Sample.ip(254)), List.of(Sample.ip(53), Sample.ip(54)), routes, 1450, Optional.of("a.test"),
            seconds, extra);
    }

    private Optional<DhcpReply> ask(final Client client) {
        return DhcpAnswers.to(client.message(), List.of(lease(1), lease(2)));
    }

    private List<String> answer(final Client client) {
        return Client.read(ask(client).orElseThrow().encode());
    }

    @Test
    void aDiscoverIsOfferedEverything() {
        assertThat(answer(new Client(DISCOVER))).containsExactly("op 2", "yiaddr 10.0.0.1", "chaddr fa:16:3e:00:00:01",
            "53: 2", "54: 10 0 0 254", "51: 0 0 14 16", "1: 255 255 255 0", "3: 10 0 0 254", "6: 10 0 0 53 10 0 0 54",
            "15: 97 46 116 101 115 116", "26: 5 170", "28: 10 0 0 255", "58: 0 0 7 8", "59: 0 0 12 78");
    }

    @Test
    void whatIsAskedForComesFirst() {
        assertThat(answer(new Client(DISCOVER).with(DhcpOptions.PARAMETERS, 26, 6, 252))).containsSubsequence("26: 5 170",
            "6: 10 0 0 53 10 0 0 54", "1: 255 255 255 0");
    }

    @Test
    void theAddressThatIsAskedForIsOfferedIfItIsThePorts() {
        assertThat(answer(new Client(DISCOVER).with(DhcpOptions.REQUESTED_ADDRESS, "10.0.0.2")))
            .contains("yiaddr 10.0.0.2");
        assertThat(answer(new Client(DISCOVER).with(DhcpOptions.REQUESTED_ADDRESS, "10.0.0.9")))
            .contains("53: 2", "yiaddr 10.0.0.1");
    }

    @Test
    void aClientThatChoseThisServerGetsItsAddress() {
        assertThat(answer(new Client(REQUEST).with(DhcpOptions.SERVER, SERVER)
            .with(DhcpOptions.REQUESTED_ADDRESS, "10.0.0.1"))).contains("53: 5", "yiaddr 10.0.0.1", "51: 0 0 14 16");
    }

    @Test
    void aClientThatChoseAnotherServerIsLeftAlone() {
        assertThat(ask(new Client(REQUEST).with(DhcpOptions.SERVER, "10.0.0.99")
            .with(DhcpOptions.REQUESTED_ADDRESS, "10.0.0.1"))).isEmpty();
    }

    @Test
    void aClientThatComesBackKeepsItsAddressOrIsToldThatItIsNotItsOwn() {
        assertThat(answer(new Client(REQUEST).with(DhcpOptions.REQUESTED_ADDRESS, "10.0.0.2")))
            .contains("53: 5", "yiaddr 10.0.0.2");
        final var foreign = new Client(REQUEST).with(DhcpOptions.REQUESTED_ADDRESS, "10.77.0.2")
            .with(DhcpOptions.CLIENT_ID, 1, 2, 3);
        assertThat(answer(foreign)).containsExactly("op 2", "chaddr fa:16:3e:00:00:01", "53: 6", "54: 10 0 0 254",
            "61: 1 2 3", "56: 49 48 46 55 55 46 48 46 50 32 105 115 32 110 111 116 32 121 111 117 114 115");
        final var datagram = ask(foreign).orElseThrow().toDatagram(Sample.mac(254));
        assertThat(datagram.destination()).hasToString("255.255.255.255");
        assertThat(datagram.ethDestination()).isEqualTo(MacAddress.BROADCAST);
    }

    @Test
    void aLeaseIsRenewedByUnicast() {
        final var renewal = new Client(REQUEST).at("10.0.0.1");
        assertThat(answer(renewal)).contains("53: 5", "ciaddr 10.0.0.1", "yiaddr 10.0.0.1");
        final var datagram = ask(renewal).orElseThrow().toDatagram(Sample.mac(254));
        assertThat(datagram.destination()).hasToString("10.0.0.1");
        assertThat(datagram.source()).hasToString(SERVER);
        assertThat(datagram.ethSource()).isEqualTo(Sample.mac(254));
        assertThat(datagram.ethDestination()).isEqualTo(Sample.mac(1));
    }

    @Test
    void aLeaseOfAnAddressThatIsNotThePortsAnyMoreIsNotRenewed() {
        assertThat(answer(new Client(REQUEST).at("10.0.0.9"))).contains("53: 6");
    }

    @Test
    void anOfferIsSentWhereTheClientCanTakeIt() {
        assertThat(ask(new Client(DISCOVER)).orElseThrow().toDatagram(Sample.mac(254)).destination())
            .hasToString("10.0.0.1");
        final var broadcast = ask(new Client(DISCOVER).broadcast()).orElseThrow();
        assertThat(broadcast.toDatagram(Sample.mac(254)).destination()).hasToString("255.255.255.255");
        assertThat(Client.read(broadcast.encode())).contains("flags 8000");
    }

    @Test
    void aMachineWithAnAddressIsToldTheRest() {
        assertThat(answer(new Client(8).at("10.0.0.2"))).contains("53: 5", "ciaddr 10.0.0.2", "3: 10 0 0 254")
            .noneMatch(line -> line.startsWith("yiaddr") || line.startsWith("51:") || line.startsWith("58:"));
    }

    @Test
    void thereIsNoAnswerToReleaseDeclineRelaysAndNonsense() {
        for (final int type : new int[] {0, 2, 4, 5, 6, 7, 9, 200}) {
            assertThat(ask(new Client(type))).as("type " + type).isEmpty();
        }
        assertThat(ask(new Client(DISCOVER).through("10.0.0.9"))).isEmpty();
        assertThat(ask(new Client(REQUEST))).as("a request for nothing").isEmpty();
        assertThat(DhcpAnswers.to(new Client(DISCOVER).message(), List.of())).isEmpty();
    }

    @Test
    void routesComeWithTheDefaultRoute() {
        routes.add(new Route(Cidr.parse("192.168.0.0/16"), Sample.ip(7)));
        routes.add(new Route(Cidr.parse("172.16.4.0/22"), Sample.ip(8)));
        assertThat(answer(new Client(DISCOVER).with(DhcpOptions.PARAMETERS, 249))).contains(
            "121: 16 192 168 10 0 0 7 22 172 16 4 10 0 0 8 0 10 0 0 254",
            "249: 16 192 168 10 0 0 7 22 172 16 4 10 0 0 8 0 10 0 0 254");
        assertThat(answer(new Client(DISCOVER))).noneMatch(line -> line.startsWith("249:"));
        routes.add(new Route(Cidr.parse("0.0.0.0/0"), Sample.ip(9)));
        assertThat(answer(new Client(DISCOVER))).contains(
            "121: 16 192 168 10 0 0 7 22 172 16 4 10 0 0 8 0 10 0 0 9");
    }

    @Test
    void aLeaseForEverHasNoTimesToRenewIt() {
        seconds = Lease.FOR_EVER;
        assertThat(answer(new Client(DISCOVER))).contains("51: 255 255 255 255")
            .noneMatch(line -> line.startsWith("58:") || line.startsWith("59:"));
    }

    @Test
    void thePortsOwnOptionsGoBeforeTheSubnets() {
        option("bootfile-name", "pxelinux.0");
        option("tftp-server", "10.0.0.80");
        option("server-ip-address", "10.0.0.80");
        option("dns-server", "10.0.0.1,10.0.0.2");
        option("26", "1400");
        option("lease-time", "60");
        option("domain-name", "");
        assertThat(answer(new Client(DISCOVER))).contains("siaddr 10.0.0.80", "sname 10.0.0.80", "file pxelinux.0",
            "66: 49 48 46 48 46 48 46 56 48", "67: 112 120 101 108 105 110 117 120 46 48", "6: 10 0 0 1 10 0 0 2",
            "26: 5 120", "51: 0 0 0 60", "58: 0 0 0 30").noneMatch(line -> line.startsWith("15:"));
    }

    @Test
    void someOptionsAreForIpxeAlone() {
        option("tag:ipxe,67", "http://10.0.0.80/boot.ipxe");
        option("tag:!ipxe,bootfile-name", "undionly.kpxe");
        assertThat(answer(new Client(DISCOVER))).contains("file undionly.kpxe");
        assertThat(answer(new Client(DISCOVER).with(DhcpOptions.IPXE, 1))).contains("file http://10.0.0.80/boot.ipxe");
    }

    @Test
    void whatHasNoRoomIsLeftOutAndLongOptionsAreSplit() {
        option("224", "x".repeat(300));
        option("225", "y".repeat(200));
        final var small = ask(new Client(DISCOVER)).orElseThrow().encode();
        assertThat(small.length).isLessThanOrEqualTo(548);
        assertThat(Client.read(small)).noneMatch(line -> line.startsWith("224:")).anyMatch(line -> line.startsWith("54:"));
        final var large = Client.read(ask(new Client(DISCOVER).with(DhcpOptions.MAX_SIZE, 5, 220)).orElseThrow()
            .encode());
        assertThat(large.stream().filter(line -> line.startsWith("224:"))).hasSize(2);
        assertThat(large.stream().filter(line -> line.startsWith("225:"))).hasSize(1);
    }

    private void option(final String name, final String value) {
        extra.add(ExtraOption.of(new DhcpOption(name, 4, value)));
    }
}
