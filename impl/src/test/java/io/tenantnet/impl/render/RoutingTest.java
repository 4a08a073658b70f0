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
import io.tenantnet.impl.model.Router;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.resolve.Changes;
import io.tenantnet.impl.resolve.Resolver;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutingTest {
    /** Port 1 of network 1 is on h1, port 2 of network 2 on h2, and a router joins the two. */
    private static final Model TWO_NETWORKS = new Sample().network(1).network(2).port(1, 1).port(2, 2).router(0, 1, 2)
        .host(1, Sample.tap(1)).host(2, Sample.tap(2)).build();
    private static final String FROM_NETWORK_1 = "metadata=0x3001389/0x10fffffff,eth_dst=fa:16:3e:00:03:e9";

    @Test
    void packetsAreRoutedOnTheHostOfTheSender() {
        assertThat(table(TWO_NETWORKS, "h1", 80)).isEqualTo("""
            priority=0 actions=goto_table:100
            priority=10,%1$s actions=drop
            priority=1016,%1$s,eth_type=0x800,ip_dst=10.1.0.0/255.255.0.0 actions=\
            dec_ttl,set_field:fa:16:3e:00:03:e9->eth_src,write_metadata:0x3001389/0xfffffff,goto_table:84
            priority=1016,%1$s,eth_type=0x800,ip_dst=10.2.0.0/255.255.0.0 actions=\
            dec_ttl,set_field:fa:16:3e:00:03:ea->eth_src,write_metadata:0x300138a/0xfffffff,goto_table:84
            priority=3000,%1$s,eth_type=0x800,ip_proto=1,ip_dst=10.1.255.1,icmp_type=8 actions=\
            move:eth_src->eth_dst,set_field:fa:16:3e:00:03:e9->eth_src,move:ip_src->ip_dst,\
            set_field:10.1.255.1->ip_src,set_field:0->icmp_type,goto_table:132
            priority=3000,%1$s,eth_type=0x800,ip_proto=1,ip_dst=10.2.255.1,icmp_type=8 actions=\
            move:eth_src->eth_dst,set_field:fa:16:3e:00:03:e9->eth_src,move:ip_src->ip_dst,\
            set_field:10.2.255.1->ip_src,set_field:0->icmp_type,goto_table:132
            """.formatted(FROM_NETWORK_1));
    }

    @Test
    void theSendersHostKnowsPortsOfNetworksThatItDoesNotCarry() {
        assertThat(table(TWO_NETWORKS, "h1", 62)).isEqualTo("""
            priority=100,metadata=0x3001389/0x10fffffff,reg2=0xa000001 actions=\
            set_field:fa:16:3e:00:00:01->eth_dst,set_field:0x1->reg0
            priority=100,metadata=0x300138a/0x10fffffff,reg2=0xa000002 actions=\
            set_field:fa:16:3e:00:00:02->eth_dst,set_field:0x1->reg0
            """);
        assertThat(table(TWO_NETWORKS, "h1", 100)).contains("""
            priority=100,metadata=0x300138a/0x10fffffff,eth_dst=fa:16:3e:00:00:02 actions=\
            set_field:5002->tun_id,set_field:192.0.2.2->tun_dst,output:1
            """);
        // It neither takes part in the other network's broadcasts nor accepts its frames from tunnels.
        assertThat(table(TWO_NETWORKS, "h1", 110)).doesNotContain("0x300138a");
        assertThat(table(TWO_NETWORKS, "h1", 40)).doesNotContain("5002");
    }

    @Test
    void theRoutersAddressIsAnsweredInItsNetwork() {
        assertThat(table(TWO_NETWORKS, "h1", 60)).contains("arp_tpa=10.1.255.1").doesNotContain("arp_tpa=10.2.255.1");
    }

    @Test
    void anExtraRouteGoesToItsNextHop() {
        final var model = new Sample().network(1).network(2).port(1, 1).port(2, 2).router(0, 1, 2)
            .router(new Router(Sample.routerId(0), true, Optional.empty(), Optional.empty(),
                List.of(new Router.Route(Cidr.parse("192.0.2.128/25"), IpAddress.parse("10.2.0.9")))))
            .port(new Port(Sample.portId(9), Sample.networkId(2), Sample.mac(9), true,
                List.of(new FixedIp(IpAddress.parse("10.2.0.9"), Optional.empty())), List.of(),
                Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty()))
            .host(1, Sample.tap(1)).host(2, Sample.tap(2)).build();

        assertThat(table(model, "h1", 80)).contains("priority=1025," + FROM_NETWORK_1
            + ",eth_type=0x800,ip_dst=192.0.2.128/255.255.255.128 actions=dec_ttl,set_field:fa:16:3e:00:03:ea->eth_src,"
            + "set_field:fa:16:3e:00:00:09->eth_dst,write_metadata:0x300138a/0xfffffff,goto_table:100");
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
