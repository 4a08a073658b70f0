/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.Subnet;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.resolve.Changes;
import io.tenantnet.impl.resolve.Resolver;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DhcpTest {
    private static final UUID SUBNET = new UUID(0, 0x5001);
    private static final String PUNT = "priority=100,metadata=0xca00000000000/0x1ffffffe00000000,eth_src=fa:16:3e:00:00:01,"
        + "eth_type=0x800,ip_proto=17,udp_src=68,udp_dst=67 actions=meter:0x60000065(pktps,rate=20,burst=20),"
        + "CONTROLLER:65535\n";

    @Test
    void requestsOfPortsInSubnetsWithDhcpGoToTheController() {
        final var model = new Sample().network(1).subnet(subnet(true)).port(1, 1).host(1, Sample.tap(1)).build();
        assertThat(table(model, "h1", 64)).isEqualTo("priority=0 actions=goto_table:70\n" + PUNT);
        assertThat(table(model, "h1", 50)).contains("priority=110,metadata=0xca00000000000/0x1ffffffe00000000,"
            + "eth_src=fa:16:3e:00:00:01,eth_type=0x800,ip_proto=17,udp_src=68,udp_dst=67 actions=goto_table:64\n");
    }

    @Test
    void onlyOnTheirOwnHost() {
        final var model = new Sample().network(1).subnet(subnet(true)).port(1, 1).port(2, 1).host(1, Sample.tap(1))
            .host(2, Sample.tap(2)).build();
        assertThat(table(model, "h1", 64)).isEqualTo("priority=0 actions=goto_table:70\n" + PUNT);
    }

    @Test
    void otherRequestsGoOn() {
        assertThat(table(new Sample().network(1).subnet(subnet(false)).port(1, 1).host(1, Sample.tap(1)).build(), "h1", 64))
            .as("DHCP is off").isEqualTo("priority=0 actions=goto_table:70\n");
        assertThat(table(new Sample().network(1).subnet(subnet(true))
            .port(port(1, "compute:nova", IpAddress.parse("192.0.2.1"))).host(1, Sample.tap(1)).build(), "h1", 64))
            .as("no address in the subnet").isEqualTo("priority=0 actions=goto_table:70\n");
    }

    @Test
    void aPortForDhcpWithoutAnInterfaceIsTheServer() {
        final var model = new Sample().network(1).subnet(subnet(true)).port(1, 1)
            .port(port(9, "network:dhcp", Sample.ip(9))).host(1, Sample.tap(1)).build();
        final var server = Resolver.resolve(model).ports().get(Sample.portId(1)).dhcp().orElseThrow();
        assertThat(server.address()).isEqualTo(Sample.ip(9));
        assertThat(server.mac()).isEqualTo(Sample.mac(9));
        assertThat(table(model, "h1", 60)).contains("arp_tpa=10.0.0.9 actions=", "set_field:fa:16:3e:00:00:09->arp_sha");
        assertThat(table(model, "h1", 64)).contains(PUNT);
    }

    @Test
    void aNetworkWhosePortForDhcpHasAnInterfaceIsLeftToIt() {
        final var model = new Sample().network(1).subnet(subnet(true)).port(1, 1)
            .port(port(9, "network:dhcp", Sample.ip(9))).host(1, Sample.tap(1)).host(2, Sample.tap(9)).build();
        assertThat(table(model, "h1", 64)).isEqualTo("priority=0 actions=goto_table:70\n");
        assertThat(table(model, "h2", 50)).as("a server may serve").containsPattern(
            "priority=210,metadata=0xda00000000000/.*ip_src=10.0.0.9,udp_src=67,udp_dst=68 actions=goto_table:64");
        assertThat(table(model, "h1", 50)).doesNotContain("priority=210")
            .contains("udp_src=67,udp_dst=68 actions=drop");
    }

    @Test
    void elseTheGatewayIsTheServer() {
        final var routed = new Sample().network(1).subnet(subnet(true)).port(1, 1)
            .port(port(9, "network:router_interface", Sample.ip(254))).host(1, Sample.tap(1)).build();
        final var router = Resolver.resolve(routed).ports().get(Sample.portId(1)).dhcp().orElseThrow();
        assertThat(router.address()).isEqualTo(Sample.ip(254));
        assertThat(router.mac()).as("the router's").isEqualTo(Sample.mac(9));
        final var alone = new Sample().network(1).subnet(new Subnet(SUBNET, Sample.networkId(1),
            Cidr.parse("10.0.0.0/24"), Optional.empty(), List.of(), new Subnet.Options(true, List.of(), List.of())))
            .port(1, 1).host(1, Sample.tap(1)).build();
        final var nobody = Resolver.resolve(alone).ports().get(Sample.portId(1)).dhcp().orElseThrow();
        assertThat(nobody.address()).hasToString("169.254.0.1");
        assertThat(nobody.mac()).hasToString("0a:00:00:00:10:01");
    }

    private static Subnet subnet(final boolean dhcp) {
        return new Subnet(SUBNET, Sample.networkId(1), Cidr.parse("10.0.0.0/24"), Optional.of(Sample.ip(254)),
            List.of(), new Subnet.Options(dhcp, List.of(), List.of()));
    }

    private static Port port(final int number, final String owner, final IpAddress address) {
        return new Port(Sample.portId(number), Sample.networkId(1), Sample.mac(number), true,
            List.of(new FixedIp(address, Optional.empty())), List.of(), Optional.empty(), Set.of(), Optional.empty(),
            Optional.of(owner), Optional.empty(), Optional.empty());
    }

    private static String table(final Model model, final String hostId, final int table) {
        final var resolved = Resolver.resolve(model);
        final var prefix = "table=" + table + ",";
        return Changes.all(resolved, hostId).stream()
            .flatMap(scope -> Renderer.render(resolved, hostId, scope).stream()).map(Flow::toString)
            .filter(text -> text.startsWith(prefix)).map(text -> text.substring(prefix.length()) + "\n").sorted()
            .reduce("", String::concat);
    }
}
