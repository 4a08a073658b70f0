/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.resolve.Changes;
import io.tenantnet.impl.resolve.Resolver;
import org.junit.jupiter.api.Test;

/**
 * Port 1 of network 1 is on h1, port 3 of network 3 on h2; router 0 joins networks 1 and 2, router 1 networks 2 and 3. In
 * network 2, where the two meet, there is no port; 10.2.255.2 is router 1 there, with MAC address ...:3f4.
 */
class RouterChainTest {
    private static final String AT_ROUTER_0 = "metadata=0x3001389/0x10fffffff,eth_dst=fa:16:3e:00:03:e9";
    private static final String AT_ROUTER_1 = "metadata=0x300138a/0x10fffffff,eth_dst=fa:16:3e:00:03:f4";

    @Test
    void theSendersHostDoesTheWorkOfBothRouters() {
        final var model = chain().routes(0, "10.3.0.0/16 10.2.255.2").build();
        assertThat(table(model, "h1", 80)).contains("""
            priority=1016,%s,eth_type=0x800,ip_dst=10.3.0.0/255.255.0.0 actions=dec_ttl,set_field:fa:16:3e:00:03:ea->eth_src,\
            set_field:fa:16:3e:00:03:f4->eth_dst,write_metadata:0x300138a/0xfffffff,goto_table:81
            """.formatted(AT_ROUTER_0)).contains("""
            priority=1016,%s,eth_type=0x800,ip_dst=10.3.0.0/255.255.0.0 actions=\
            dec_ttl,set_field:fa:16:3e:00:03:f5->eth_src,write_metadata:0x300138b/0xfffffff,goto_table:84
            """.formatted(AT_ROUTER_1)).contains("priority=10," + AT_ROUTER_1 + " actions=drop\n");
        assertThat(table(model, "h1", 62)).contains("metadata=0x300138b/0x10fffffff,reg2=0xa000003");
        assertThat(table(model, "h1", 100)).contains("metadata=0x300138b/0x10fffffff,eth_dst=fa:16:3e:00:00:03");
        // Nobody there asks for router 1, and nothing of network 2 comes in.
        assertThat(table(model, "h1", 60)).doesNotContain("10.2.255");
        assertThat(table(model, "h1", 40)).doesNotContain("5002");
    }

    @Test
    void theNextHopIsReachedItself() {
        assertThat(table(chain().routes(0, "10.3.0.0/16 10.2.255.2").build(), "h1", 80)).contains("priority=1032,"
            + AT_ROUTER_0 + ",eth_type=0x800,ip_dst=10.2.255.2 actions=dec_ttl,set_field:fa:16:3e:00:03:ea->eth_src,"
            + "set_field:fa:16:3e:00:03:f4->eth_dst,write_metadata:0x300138a/0xfffffff,goto_table:81\n");
    }

    @Test
    void whoPingsOverAnotherRouterIsAnsweredByRoute() {
        final var ping = AT_ROUTER_1 + ",eth_type=0x800,ip_proto=1,ip_dst=10.3.255.2,icmp_type=8";
        assertThat(table(chain().routes(0, "10.3.0.0/16 10.2.255.2").build(), "h1", 80)).contains(
            "priority=2950," + ping + " actions=move:ip_src->ip_dst,set_field:10.3.255.2->ip_src,set_field:0->icmp_type,"
            + "ct_clear,load:0xffff->NXM_OF_IN_PORT[],set_field:0x0->reg6,write_metadata:0x0/0x1ffffffe00000000,"
            + "goto_table:81\n")
            .contains("priority=3000,%s actions=move:eth_src->eth_dst,".formatted(
                ping.replace("metadata=0x300138a/0x10fffffff,", "metadata=0x300138a/0x10fffffff,reg6=0x0,")));
    }

    @Test
    void ipv6IsHandedOnAlike() {
        final var model = chain().router6(0, 1, 2).router6(1, 2, 3)
            .routes(0, "2001:db8:0:3::/64 2001:db8:0:2::ff02").build();
        assertThat(table(model, "h1", 80)).contains("priority=1064,metadata=0x3001389/0x10fffffff,"
            + "eth_dst=fa:16:3e:00:07:d1,eth_type=0x86dd,ipv6_dst=2001:db8:0:3::/ffff:ffff:ffff:ffff:: actions=dec_ttl,"
            + "set_field:fa:16:3e:00:07:d2->eth_src,set_field:fa:16:3e:00:07:dc->eth_dst,"
            + "write_metadata:0x300138a/0xfffffff,goto_table:81\n")
            .contains("metadata=0x300138a/0x10fffffff,eth_dst=fa:16:3e:00:07:dc,eth_type=0x86dd,"
                + "ipv6_dst=2001:db8:0:3::/ffff:ffff:ffff:ffff:: actions=dec_ttl");
    }

    @Test
    void aRouteLeadsOneWay() {
        final var model = chain().routes(0, "10.3.0.0/16 10.2.255.2").build();
        assertThat(table(model, "h2", 80)).doesNotContain("goto_table:81").doesNotContain("eth_dst=fa:16:3e:00:03:e");
    }

    @Test
    void withoutARouteTheOtherRouterIsNotThere() {
        assertThat(table(chain().build(), "h1", 80)).doesNotContain("fa:16:3e:00:03:f4").doesNotContain("reg6");
        assertThat(table(chain().build(), "h1", 62)).doesNotContain("0x300138b");
    }

    @Test
    void behindTheOtherRouterIsTheWorldOutside() {
        final var model = chain().physical(9, 900).outside(1, true).provider(2, 9)
            .routes(0, "0.0.0.0/0 10.2.255.2").routes(1, "10.1.0.0/16 10.2.255.1").build();
        assertThat(table(model, "h1", 80)).contains("priority=20," + AT_ROUTER_1 + ",eth_type=0x800 actions=goto_table:82");
        assertThat(table(model, "h1", 82)).contains("priority=100," + AT_ROUTER_1
            + " actions=set_field:5002->tun_id,set_field:192.0.2.2->tun_dst,output:1\n");
        assertThat(table(model, "h2", 78)).contains("priority=1016,reg1=0xc001,eth_type=0x800,ip_dst=10.1.0.0/255.255.0.0 "
            + "actions=dec_ttl,set_field:fa:16:3e:00:03:f4->eth_src,set_field:fa:16:3e:00:03:ea->eth_dst,"
            + "write_metadata:0x300138a/0x10fffffff,goto_table:81\n");
        assertThat(table(model, "h2", 80)).contains("metadata=0x300138a/0x10fffffff,eth_dst=fa:16:3e:00:03:ea,"
            + "eth_type=0x800,ip_dst=10.1.0.0/255.255.0.0 actions=dec_ttl");
    }

    @Test
    void whatIsBehindTheOtherRouterIsReachedFromOutside() {
        final var model = chain().physical(9, 900).outside(1, false).provider(2, 9)
            .routes(1, "10.1.0.0/16 10.2.255.1").build();
        assertThat(table(model, "h2", 76)).containsPattern("priority=130,[^ ]*,eth_type=0x800,ip_dst=10.1.0.0/255.255.0.0 "
            + "actions=set_field:0xc001->reg1,goto_table:78");
    }

    private static Sample chain() {
        return new Sample().network(1).network(2).network(3).port(1, 1).port(3, 3).router(0, 1, 2).router(1, 2, 3)
            .host(1, Sample.tap(1)).host(2, Sample.tap(3));
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
