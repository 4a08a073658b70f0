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
import io.tenantnet.impl.resolve.Changes;
import io.tenantnet.impl.resolve.Resolver;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class Ipv6Test {
    /** Port 1 of network 1 is on h1, port 2 of network 2 on h2, and a router joins the two. */
    private static final Model TWO_NETWORKS = new Sample().network(1).network(2).port(port(1, 1)).port(port(2, 2))
        .router(new Router(Sample.routerId(0), true, Optional.empty(), Optional.empty(), List.of())).router6(0, 1, 2)
        .host(1, Sample.tap(1)).host(2, Sample.tap(2)).build();

    private static Port port(final int number, final int network) {
        return new Port(Sample.portId(number), Sample.networkId(network), Sample.mac(number), true,
            List.of(new FixedIp(Sample.ip6(network, number), Optional.empty())), List.of(), Optional.empty(), Set.of(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void solicitationsForKnownAddressesAreAnswered() {
        final var asked = "metadata=0x3001389/0x10fffffff,eth_type=0x86dd,ip_proto=58,";
        final var toAsker = "move:eth_src->eth_dst,move:ipv6_src->ipv6_dst,";
        final var port = "set_field:fa:16:3e:00:00:01->eth_src,set_field:136->icmpv6_type,"
            + "set_field:0x60000000->reg0,set_field:0x2->reg2,resubmit(,61)";
        final var router = "set_field:fa:16:3e:00:07:d1->eth_src,set_field:136->icmpv6_type,"
            + "set_field:0x%s0000000->reg0,set_field:0x2->reg2,resubmit(,61)";
        assertThat(table(TWO_NETWORKS, "h1", 61)).isEqualTo("""
            priority=0 actions=goto_table:64
            priority=100,%1$sicmpv6_type=135,nd_target=2001:db8:0:1::1 actions=%2$s%3$s
            priority=100,%1$sicmpv6_type=135,nd_target=2001:db8:0:1::ff01 actions=%2$s%4$s
            priority=100,%1$sicmpv6_type=135,nd_target=fe80::f816:3eff:fe00:1 actions=%2$s%3$s
            priority=100,%1$sicmpv6_type=135,nd_target=fe80::f816:3eff:fe00:7d1 actions=%2$s%4$s
            priority=200,eth_type=0x86dd,ip_proto=58,ipv6_src=::,icmpv6_type=135 actions=goto_table:64
            priority=250,%1$sipv6_src=::,icmpv6_type=135,nd_target=2001:db8:0:1::ff01 actions=%5$s
            priority=250,%1$sipv6_src=::,icmpv6_type=135,nd_target=fe80::f816:3eff:fe00:7d1 actions=%5$s
            priority=300,reg2=0x2,eth_type=0x86dd,ip_proto=58,icmpv6_type=136 actions=\
            move:nd_target->ipv6_src,move:eth_src->nd_tll,move:reg2[0..7]->nd_options_type,move:reg0->nd_reserved,goto_table:132
            """.formatted(asked, toAsker, port, router.formatted("e"), router.formatted("a")));
    }

    @Test
    void aPortWithoutAnIpv6AddressAnswersForItself() {
        final var model = new Sample().network(1).port(1, 1).host(1, Sample.tap(1)).build();
        assertThat(table(model, "h1", 61)).doesNotContain("nd_target=");
    }

    @Test
    void packetsAreRoutedOnTheHostOfTheSender() {
        assertThat(table(TWO_NETWORKS, "h1", 80)).isEqualTo("""
            priority=0 actions=goto_table:100
            priority=10,%1$s actions=drop
            priority=1064,%1$s,eth_type=0x86dd,ipv6_dst=2001:db8:0:1::/ffff:ffff:ffff:ffff:: actions=\
            dec_ttl,set_field:fa:16:3e:00:07:d1->eth_src,write_metadata:0x3001389/0xfffffff,goto_table:84
            priority=1064,%1$s,eth_type=0x86dd,ipv6_dst=2001:db8:0:2::/ffff:ffff:ffff:ffff:: actions=\
            dec_ttl,set_field:fa:16:3e:00:07:d2->eth_src,write_metadata:0x300138a/0xfffffff,goto_table:84
            priority=2800,%1$s,eth_type=0x86dd,ipv6_dst=fe80::/ffc0:: actions=drop
            priority=2800,%1$s,eth_type=0x86dd,ipv6_src=fe80::/ffc0:: actions=drop
            priority=2900,%1$s,eth_type=0x86dd,ipv6_dst=fe80::f816:3eff:fe00:7d1 actions=drop
            priority=3000,%1$s,eth_type=0x86dd,ip_proto=58,ipv6_dst=2001:db8:0:1::ff01,icmpv6_type=128 actions=%2$s
            priority=3000,%1$s,eth_type=0x86dd,ip_proto=58,ipv6_dst=2001:db8:0:2::ff01,icmpv6_type=128 actions=%3$s
            priority=3000,%1$s,eth_type=0x86dd,ip_proto=58,ipv6_dst=fe80::f816:3eff:fe00:7d1,icmpv6_type=128 actions=%4$s
            """.formatted("metadata=0x3001389/0x10fffffff,eth_dst=fa:16:3e:00:07:d1", pong("2001:db8:0:1::ff01"),
                pong("2001:db8:0:2::ff01"), pong("fe80::f816:3eff:fe00:7d1")));
        assertThat(table(TWO_NETWORKS, "h1", 84)).isEqualTo("""
            priority=100,metadata=0x0/0x100000000,eth_type=0x800 actions=\
            move:ip_dst->reg2,set_field:0x0->reg0,resubmit(,62),goto_table:85
            priority=100,metadata=0x3001389/0x10fffffff,eth_type=0x86dd,ipv6_dst=2001:db8:0:1::1 actions=\
            set_field:fa:16:3e:00:00:01->eth_dst,goto_table:100
            priority=100,metadata=0x300138a/0x10fffffff,eth_type=0x86dd,ipv6_dst=2001:db8:0:2::2 actions=\
            set_field:fa:16:3e:00:00:02->eth_dst,goto_table:100
            """);
    }

    /** The gateway's MAC address, and the network outside, which is flat. */
    @Test
    void theGatewaysAddressesAreAnsweredOnTheWire() {
        final var model = new Sample().network(1).physical(9, 0).port(1, 1).router(0, 1).outside6(0)
            .host(1, Sample.tap(1)).provider(1, 9).build();
        final var asked = "metadata=0x101dd1000/0x10fffffff,eth_type=0x86dd,ip_proto=58,%sicmpv6_type=135,nd_target=%s";
        final var mac = "set_field:02:06:2b:5e:fd:cc->eth_src,set_field:136->icmpv6_type,set_field:0x%s0000000->reg0,"
            + "set_field:0x2->reg2,resubmit(,61)";
        for (final var own : List.of("2001:db8:0:9::64", "fe80::6:2bff:fe5e:fdcc")) {
            assertThat(table(model, "h1", 76))
                .contains("priority=200," + asked.formatted("", own)
                    + " actions=move:eth_src->eth_dst,move:ipv6_src->ipv6_dst," + mac.formatted("e") + "\n")
                .contains("priority=210," + asked.formatted("ipv6_src=::,", own) + " actions=" + mac.formatted("a") + "\n")
                .contains("priority=150,metadata=0x101dd1000/0x10fffffff,eth_dst=02:06:2b:5e:fd:cc,eth_type=0x86dd,"
                    + "ip_proto=58,ipv6_dst=" + own + ",icmpv6_type=128 actions=");
        }
        assertThat(table(model, "h1", 132)).contains("priority=200,metadata=0x101dd1000/0x10fffffff actions="
            + "load:0xffff->NXM_OF_IN_PORT[],resubmit(,112)");
    }

    @Test
    void solicitationsOfRoutersAndDhcpGoToTheController() {
        assertThat(table(TWO_NETWORKS, "h1", 64)).isEqualTo("""
            priority=0 actions=goto_table:70
            priority=100,metadata=0xca00000000000/0x1ffffffe00000000,eth_src=fa:16:3e:00:00:01,eth_type=0x86dd,ip_proto=58,\
            icmpv6_type=133 actions=meter:0x60000065(pktps,rate=20,burst=20),CONTROLLER:65535
            """);
        assertThat(table(TWO_NETWORKS, "h2", 64)).isEqualTo("""
            priority=0 actions=goto_table:70
            priority=100,metadata=0xcc00000000000/0x1ffffffe00000000,eth_src=fa:16:3e:00:00:02,eth_type=0x86dd,ip_proto=17,\
            udp_src=546,udp_dst=547 actions=meter:0x60000066(pktps,rate=20,burst=20),CONTROLLER:65535
            priority=100,metadata=0xcc00000000000/0x1ffffffe00000000,eth_src=fa:16:3e:00:00:02,eth_type=0x86dd,ip_proto=58,\
            icmpv6_type=133 actions=meter:0x60000066(pktps,rate=20,burst=20),CONTROLLER:65535
            """);
    }

    private static String pong(final String address) {
        return "move:eth_src->eth_dst,set_field:fa:16:3e:00:07:d1->eth_src,move:ipv6_src->ipv6_dst,set_field:" + address
            + "->ipv6_src,set_field:129->icmpv6_type,goto_table:132";
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
