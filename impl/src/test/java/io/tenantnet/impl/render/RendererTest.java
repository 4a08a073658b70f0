/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.model.AddressPair;
import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.resolve.Changes;
import io.tenantnet.impl.resolve.Resolver;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RendererTest {
    @Test
    void twoPortsHereAndOneOnAnotherHost() {
        final var model = new Sample().network(1).port(1, 1).port(2, 1).port(3, 1)
            .host(1, Sample.tap(1), Sample.tap(2)).host(2, Sample.tap(3)).build();

        assertThat(table(model, "h1", 0)).isEqualTo("""
            priority=100,in_port=101 actions=write_metadata:0xca00003001389/0x1fffffff0fffffff,goto_table:50
            priority=100,in_port=102 actions=write_metadata:0xcc00003001389/0x1fffffff0fffffff,goto_table:50
            priority=200,vlan_vid=0x1000/0x1000 actions=goto_table:44
            priority=300,in_port=1 actions=write_metadata:0x3000000/0xf000000,goto_table:40
            """);
        assertThat(table(model, "h1", 40)).isEqualTo("""
            priority=100,metadata=0x3000000/0xf000000,tun_id=5001 actions=write_metadata:0x103001389/0x1fffffff0fffffff,goto_table:100
            """);
        assertThat(table(model, "h1", 60)).isEqualTo("""
            priority=0 actions=goto_table:100
            priority=200,metadata=0xca00000000000/0x1ffffffe00000000,eth_type=0x806,arp_op=1,arp_tpa=10.0.0.1 actions=goto_table:100
            priority=200,metadata=0xcc00000000000/0x1ffffffe00000000,eth_type=0x806,arp_op=1,arp_tpa=10.0.0.2 actions=goto_table:100
            priority=50,metadata=0x0/0x100000000,eth_type=0x806,arp_op=1 actions=\
            move:arp_tpa->reg2,set_field:0x0->reg0,resubmit(,62),goto_table:63
            """);
        assertThat(table(model, "h1", 62)).isEqualTo("""
            priority=100,metadata=0x3001389/0x10fffffff,reg2=0xa000001 actions=\
            set_field:fa:16:3e:00:00:01->eth_dst,set_field:0x1->reg0
            priority=100,metadata=0x3001389/0x10fffffff,reg2=0xa000002 actions=\
            set_field:fa:16:3e:00:00:02->eth_dst,set_field:0x1->reg0
            priority=100,metadata=0x3001389/0x10fffffff,reg2=0xa000003 actions=\
            set_field:fa:16:3e:00:00:03->eth_dst,set_field:0x1->reg0
            """);
        assertThat(table(model, "h1", 63)).isEqualTo("""
            priority=0 actions=goto_table:100
            priority=100,reg0=0x1,eth_type=0x806 actions=\
            set_field:2->arp_op,move:arp_sha->arp_tha,move:eth_dst->arp_sha,move:eth_src->eth_dst,\
            move:arp_sha->eth_src,move:arp_spa->arp_tpa,move:reg2->arp_spa,goto_table:132
            """);
        assertThat(table(model, "h1", 100)).isEqualTo("""
            priority=0 actions=goto_table:110
            priority=100,metadata=0x3001389/0x10fffffff,eth_dst=fa:16:3e:00:00:03 actions=\
            set_field:5001->tun_id,set_field:192.0.2.2->tun_dst,output:1
            priority=100,metadata=0x3001389/0xfffffff,eth_dst=fa:16:3e:00:00:01 actions=set_field:0x65->reg7,goto_table:120
            priority=100,metadata=0x3001389/0xfffffff,eth_dst=fa:16:3e:00:00:02 actions=set_field:0x66->reg7,goto_table:120
            priority=200,eth_dst=01:80:c2:00:00:00/ff:ff:ff:ff:ff:f0 actions=drop
            """);
        assertThat(table(model, "h1", 110)).isEqualTo("""
            priority=100,metadata=0x103001389/0x10fffffff actions=\
            set_field:0x65->reg7,resubmit(,120),set_field:0x66->reg7,resubmit(,120)
            priority=100,metadata=0x3001389/0x10fffffff actions=\
            set_field:0x65->reg7,resubmit(,120),set_field:0x66->reg7,resubmit(,120),\
            set_field:5001->tun_id,set_field:192.0.2.2->tun_dst,output:1
            """);
    }

    @Test
    void sourcesAreCheckedForTheirOwnAddresses() {
        final var model = new Sample().network(1).port(1, 1).host(1, Sample.tap(1)).build();

        assertThat(table(model, "h1", 50)).isEqualTo("""
            priority=10,metadata=0xca00000000000/0x1ffffffe00000000,eth_src=fa:16:3e:00:00:01 actions=goto_table:61
            priority=100,metadata=0xca00000000000/0x1ffffffe00000000,eth_src=fa:16:3e:00:00:01,eth_type=0x800,ip_proto=17,ip_src=0.0.0.0,\
            udp_src=68,udp_dst=67 actions=goto_table:64
            priority=100,metadata=0xca00000000000/0x1ffffffe00000000,eth_src=fa:16:3e:00:00:01,eth_type=0x800,ip_src=10.0.0.1 actions=goto_table:64
            priority=100,metadata=0xca00000000000/0x1ffffffe00000000,eth_src=fa:16:3e:00:00:01,eth_type=0x806,arp_spa=0.0.0.0,\
            arp_sha=fa:16:3e:00:00:01 actions=goto_table:60
            priority=100,metadata=0xca00000000000/0x1ffffffe00000000,eth_src=fa:16:3e:00:00:01,eth_type=0x806,arp_spa=10.0.0.1,\
            arp_sha=fa:16:3e:00:00:01 actions=goto_table:60
            priority=100,metadata=0xca00000000000/0x1ffffffe00000000,eth_src=fa:16:3e:00:00:01,eth_type=0x86dd,ip_proto=58,ipv6_src=:: \
            actions=goto_table:61
            priority=100,metadata=0xca00000000000/0x1ffffffe00000000,eth_src=fa:16:3e:00:00:01,eth_type=0x86dd,ipv6_src=fe80::f816:3eff:fe00:1 \
            actions=goto_table:61
            priority=110,metadata=0xca00000000000/0x1ffffffe00000000,eth_type=0x86dd,ip_proto=58,icmpv6_type=136 actions=drop
            priority=120,metadata=0xca00000000000/0x1ffffffe00000000,eth_src=fa:16:3e:00:00:01,eth_type=0x86dd,ip_proto=58,icmpv6_type=136,\
            nd_target=fe80::f816:3eff:fe00:1 actions=goto_table:64
            priority=200,eth_type=0x800,ip_proto=17,udp_src=67,udp_dst=68 actions=drop
            priority=200,eth_type=0x86dd,ip_proto=17,udp_src=547,udp_dst=546 actions=drop
            priority=200,eth_type=0x86dd,ip_proto=58,icmpv6_type=134 actions=drop
            priority=200,eth_type=0x86dd,ip_proto=58,icmpv6_type=137 actions=drop
            priority=5,metadata=0xca00000000000/0x1ffffffe00000000 actions=drop
            priority=50,metadata=0xca00000000000/0x1ffffffe00000000,eth_type=0x800 actions=drop
            priority=50,metadata=0xca00000000000/0x1ffffffe00000000,eth_type=0x806 actions=drop
            priority=50,metadata=0xca00000000000/0x1ffffffe00000000,eth_type=0x86dd actions=drop
            """);
    }

    @Test
    void withoutPortSecurityOnlyTheMacIsChecked() {
        final var model = new Sample().network(1).host(1, Sample.tap(1))
            .port(new Port(Sample.portId(1), Sample.networkId(1), Sample.mac(1), true, List.of(), List.of(),
                Optional.of(false), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty())).build();

        assertThat(table(model, "h1", 50)).isEqualTo("""
            priority=10,metadata=0xca00000000000/0x1ffffffe00000000,eth_src=fa:16:3e:00:00:01 actions=goto_table:61
            priority=20,metadata=0xca00000000000/0x1ffffffe00000000,eth_src=fa:16:3e:00:00:01,eth_type=0x806 actions=goto_table:60
            priority=200,eth_type=0x800,ip_proto=17,udp_src=67,udp_dst=68 actions=drop
            priority=200,eth_type=0x86dd,ip_proto=17,udp_src=547,udp_dst=546 actions=drop
            priority=200,eth_type=0x86dd,ip_proto=58,icmpv6_type=134 actions=drop
            priority=200,eth_type=0x86dd,ip_proto=58,icmpv6_type=137 actions=drop
            priority=210,metadata=0xca00000000000/0x1ffffffe00000000,eth_src=fa:16:3e:00:00:01,eth_type=0x800,ip_proto=17,udp_src=67,udp_dst=68 actions=goto_table:61
            priority=210,metadata=0xca00000000000/0x1ffffffe00000000,eth_src=fa:16:3e:00:00:01,eth_type=0x86dd,ip_proto=17,udp_src=547,udp_dst=546 actions=goto_table:61
            priority=210,metadata=0xca00000000000/0x1ffffffe00000000,eth_src=fa:16:3e:00:00:01,eth_type=0x86dd,ip_proto=58,icmpv6_type=134 actions=goto_table:61
            priority=210,metadata=0xca00000000000/0x1ffffffe00000000,eth_src=fa:16:3e:00:00:01,eth_type=0x86dd,ip_proto=58,icmpv6_type=137 actions=goto_table:61
            priority=5,metadata=0xca00000000000/0x1ffffffe00000000 actions=drop
            """);
    }

    @Test
    void allowedAddressPairsMayBeSentFrom() {
        final var model = new Sample().network(1).host(1, Sample.tap(1))
            .port(new Port(Sample.portId(1), Sample.networkId(1), Sample.mac(1), true,
                List.of(new FixedIp(IpAddress.parse("2001:db8::1"), Optional.empty())),
                List.of(new AddressPair(Cidr.parse("10.9.0.7/16"), Sample.mac(9))),
                Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty())).build();

        assertThat(table(model, "h1", 50)).contains(
            "priority=10,metadata=0xca00000000000/0x1ffffffe00000000,eth_src=fa:16:3e:00:00:09 actions=goto_table:61",
            "eth_src=fa:16:3e:00:00:09,eth_type=0x800,ip_src=10.9.0.0/255.255.0.0 actions=goto_table:64",
            "eth_src=fa:16:3e:00:00:01,eth_type=0x86dd,ipv6_src=2001:db8::1 actions=goto_table:61")
            .doesNotContain("eth_src=fa:16:3e:00:00:01,eth_type=0x800,ip_src=10.9.0.0");
    }

    @Test
    void onlyNetworksWithAPortHereAreRendered() {
        final var model = new Sample().network(1).network(2).port(1, 1).port(2, 2)
            .host(1, Sample.tap(1)).host(2, Sample.tap(2)).build();

        assertThat(all(model, "h1")).noneMatch(flow -> flow.toString().contains("5002")
            || flow.toString().contains("0x300138a") || flow.toString().contains("10.0.0.2"));
    }

    @Test
    void aHostWithoutTenantsHasOnlyTheFrameOfThePipeline() {
        assertThat(all(new Sample().host(1).build(), "h1")).extracting(Flow::toString).containsExactlyInAnyOrder(
            "table=0,priority=300,in_port=1 actions=write_metadata:0x3000000/0xf000000,goto_table:40",
            "table=0,priority=200,vlan_vid=0x1000/0x1000 actions=goto_table:44",
            "table=50,priority=200,eth_type=0x800,ip_proto=17,udp_src=67,udp_dst=68 actions=drop",
            "table=50,priority=200,eth_type=0x86dd,ip_proto=17,udp_src=547,udp_dst=546 actions=drop",
            "table=50,priority=200,eth_type=0x86dd,ip_proto=58,icmpv6_type=134 actions=drop",
            "table=50,priority=200,eth_type=0x86dd,ip_proto=58,icmpv6_type=137 actions=drop",
            "table=60,priority=50,metadata=0x0/0x100000000,eth_type=0x806,arp_op=1 actions="
                + "move:arp_tpa->reg2,set_field:0x0->reg0,resubmit(,62),goto_table:63",
            "table=60,priority=0 actions=goto_table:100",
            "table=63,priority=100,reg0=0x1,eth_type=0x806 actions=set_field:2->arp_op,move:arp_sha->arp_tha,"
                + "move:eth_dst->arp_sha,move:eth_src->eth_dst,move:arp_sha->eth_src,move:arp_spa->arp_tpa,"
                + "move:reg2->arp_spa,goto_table:132",
            "table=63,priority=0 actions=goto_table:100",
            "table=84,priority=100,metadata=0x0/0x100000000,eth_type=0x800 actions="
                + "move:ip_dst->reg2,set_field:0x0->reg0,resubmit(,62),goto_table:85",
            "table=85,priority=100,reg0=0x1 actions=goto_table:100",
            "table=61,priority=0 actions=goto_table:64",
            "table=61,priority=200,eth_type=0x86dd,ip_proto=58,ipv6_src=::,icmpv6_type=135 actions=goto_table:64",
            "table=61,priority=300,reg2=0x2,eth_type=0x86dd,ip_proto=58,icmpv6_type=136 actions="
                + "move:nd_target->ipv6_src,move:eth_src->nd_tll,move:reg2[0..7]->nd_options_type,"
                + "move:reg0->nd_reserved,goto_table:132",
            "table=64,priority=0 actions=goto_table:70",
            "table=70,priority=0 actions=goto_table:76",
            "table=76,priority=0 actions=goto_table:80",
            "table=80,priority=0 actions=goto_table:100",
            "table=81,priority=0 actions=drop",
            "table=81,priority=100,reg6=0x0 actions=set_field:0x1->reg6,resubmit(,80)",
            "table=81,priority=100,reg6=0x1 actions=set_field:0x2->reg6,resubmit(,80)",
            "table=81,priority=100,reg6=0x2 actions=set_field:0x3->reg6,resubmit(,80)",
            "table=81,priority=100,reg6=0x3 actions=set_field:0x4->reg6,resubmit(,80)",
            "table=81,priority=100,reg6=0x4 actions=set_field:0x5->reg6,resubmit(,80)",
            "table=81,priority=100,reg6=0x5 actions=set_field:0x6->reg6,resubmit(,80)",
            "table=81,priority=100,reg6=0x6 actions=set_field:0x7->reg6,resubmit(,80)",
            "table=81,priority=100,reg6=0x7 actions=set_field:0x8->reg6,resubmit(,80)",
            "table=100,priority=0 actions=goto_table:110",
            "table=120,priority=0 actions=goto_table:127", "table=46,priority=0 actions=goto_table:50",
            "table=127,priority=0 actions=goto_table:130", "table=132,priority=0 actions=IN_PORT",
            "table=100,priority=200,eth_dst=01:80:c2:00:00:00/ff:ff:ff:ff:ff:f0 actions=drop");
    }

    private static List<Flow> all(final Model model, final String hostId) {
        final var resolved = Resolver.resolve(model);
        return Changes.all(resolved, hostId).stream()
            .flatMap(scope -> Renderer.render(resolved, hostId, scope).stream()).toList();
    }

    private static String table(final Model model, final String hostId, final int table) {
        final var prefix = "table=" + table + ",";
        return all(model, hostId).stream().map(Flow::toString).filter(text -> text.startsWith(prefix))
            .map(text -> text.substring(prefix.length()) + "\n").sorted().reduce("", String::concat);
    }
}
