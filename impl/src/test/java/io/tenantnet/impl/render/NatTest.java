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
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NatTest {
    /** The router's MAC address in network 1, in that network. */
    private static final String TO_ROUTER = "eth_dst=fa:16:3e:00:03:e9";
    private static final String NETWORK_1 = "metadata=0x3001389";
    /** The router's MAC address outside, in the external network, which is flat. */
    private static final String OUTSIDE = "metadata=0x1dd1000/0xfffffff,eth_dst=02:06:2b:5e:fd:cc";

    /** Port 1 is on h1 and port 2 on h2, in network 1; only h1 is joined to the physical network. */
    private static Sample sample(final boolean snat) {
        return new Sample().network(1).physical(9, 0).port(1, 1).port(2, 1).router(0, 1).outside(0, snat)
            .host(1, Sample.tap(1)).host(2, Sample.tap(2)).provider(1, 9);
    }

    private static Model answered(final Sample sample) {
        final var model = sample.build();
        return new Model(model.tenant(), model.hosts(), model.presence(), Sample.neighbours());
    }

    @Test
    void machinesElsewhereAreSentToTheGatewayHostAsTheyAre() {
        final var model = answered(sample(true));
        assertThat(table(model, "h2", 80)).contains("priority=20," + NETWORK_1 + "/0x10fffffff," + TO_ROUTER
            + ",eth_type=0x800 actions=goto_table:82");
        assertThat(table(model, "h2", 82)).isEqualTo("priority=100," + NETWORK_1 + "/0x10fffffff," + TO_ROUTER
            + " actions=set_field:5001->tun_id,set_field:192.0.2.1->tun_dst,output:1\n");
        assertThat(table(model, "h1", 40)).contains("priority=200,metadata=0x3000000/0xf000000,tun_id=5001," + TO_ROUTER
            + " actions=write_metadata:0x103001389/0x1fffffff0fffffff,goto_table:82");
        for (final int table : new int[] {42, 77, 78, 86, 87, 88, 112}) {
            assertThat(table(model, "h2", table)).as("table " + table).isEmpty();
        }
    }

    @Test
    void theGatewayHostTranslatesAndSendsToTheNextRouter() {
        final var model = answered(sample(true));
        assertThat(table(model, "h1", 82)).contains("priority=100," + NETWORK_1 + "/0xfffffff," + TO_ROUTER
            + ",eth_type=0x800 actions=dec_ttl,set_field:02:06:2b:5e:fd:cc->eth_src,set_field:0xc000->reg1,"
            + "write_metadata:0x1dd1000/0x10fffffff,goto_table:86");
        assertThat(table(model, "h1", 86)).isEqualTo("""
            priority=100,reg1=0xc000,eth_type=0x800 actions=ct(table=87,zone=reg1[0..15],nat)
            """);
        assertThat(table(model, "h1", 87)).isEqualTo("""
            priority=100,reg1=0xc000,ct_state=0x22/0x32,eth_type=0x800,ip_src=192.0.2.100 actions=goto_table:88
            priority=100,reg1=0xc000,ct_state=0x24/0x34,eth_type=0x800,ip_src=192.0.2.100 actions=goto_table:88
            priority=200,reg1=0xc000,ct_state=0x21/0x35,eth_type=0x800 actions=\
            ct(commit,table=88,zone=reg1[0..15],nat(src=192.0.2.100))
            """);
        assertThat(table(model, "h1", 88)).contains("""
            priority=1000,reg1=0xc000,eth_type=0x800 actions=set_field:00:00:5e:00:01:01->eth_dst,goto_table:112
            priority=1024,reg1=0xc000,eth_type=0x800,ip_dst=192.0.2.0/255.255.255.0 actions=\
            meter:0x7000c000(pktps,rate=50,burst=50),ct_clear,CONTROLLER:65535
            priority=2016,reg1=0xc000,eth_type=0x800,ip_dst=10.1.0.0/255.255.0.0 actions=drop
            """);
    }

    @Test
    void answersComeBackToTheMachine() {
        final var model = answered(sample(true));
        assertThat(table(model, "h1", 76)).contains(
            "priority=10," + OUTSIDE + " actions=drop",
            "priority=140," + OUTSIDE + ",eth_type=0x800,ip_dst=192.0.2.100 actions="
                + "set_field:0xc000->reg1,ct(table=77,zone=reg1[0..15],nat)",
            ",arp_op=1,arp_tpa=192.0.2.100 actions=").doesNotContain("10.1.0.0");
        assertThat(table(model, "h1", 77)).isEqualTo("""
            priority=100,reg1=0xc000,ct_state=0x24/0x34,eth_type=0x800 actions=goto_table:78
            priority=100,reg1=0xc000,ct_state=0x2a/0x3a,eth_type=0x800 actions=goto_table:78
            """);
        assertThat(table(model, "h1", 78)).isEqualTo("""
            priority=1016,reg1=0xc000,eth_type=0x800,ip_dst=10.1.0.0/255.255.0.0 actions=\
            dec_ttl,set_field:fa:16:3e:00:03:e9->eth_src,write_metadata:0x3001389/0x10fffffff,goto_table:84
            """);
        // It has no port of its own there, but knows the machine on the other host.
        assertThat(table(model, "h1", 62)).contains("reg2=0xa000002 actions=set_field:fa:16:3e:00:00:02->eth_dst");
    }

    @Test
    void withoutTranslationInsideAddressesAreReachedFromOutside() {
        final var model = answered(sample(false));
        assertThat(table(model, "h1", 76)).contains("priority=130," + OUTSIDE
            + ",eth_type=0x800,ip_dst=10.1.0.0/255.255.0.0 actions=set_field:0xc000->reg1,goto_table:78");
        assertThat(table(model, "h1", 82)).contains("eth_type=0x800 actions=dec_ttl,"
            + "set_field:02:06:2b:5e:fd:cc->eth_src,set_field:0xc000->reg1,write_metadata:0x1dd1000/0x10fffffff,"
            + "goto_table:88");
        for (final int table : new int[] {77, 86, 87}) {
            assertThat(table(model, "h1", table)).as("table " + table).isEmpty();
        }
    }

    @Test
    void whileTheNextRouterIsNotKnownNothingIsSentToIt() {
        assertThat(table(sample(true).build(), "h1", 88)).doesNotContain("priority=1000");
        assertThat(Resolver.resolve(sample(true).build()).problems().routers().get(Sample.routerId(0)))
            .isEqualTo("external-gateway: next hop 192.0.2.1 of 0.0.0.0/0 does not answer ARP");
    }

    @Test
    void aFloatingIpIsExchangedOnTheMachinesHost() {
        final var model = answered(new Sample().network(0).physical(9, 0).port(1, 0).port(2, 0).router(0, 0)
            .outside(0, true).floating(1, 1).floating(2, 2).host(1, Sample.tap(1)).host(2, Sample.tap(2))
            .provider(1, 9).host(3).provider(3, 9));
        assertThat(Resolver.resolve(model).floating().get(new UUID(0, 0x5001L)).outside().hostId())
            .isEqualTo("h1");
        // The other's host is not joined to the physical network.
        assertThat(Resolver.resolve(model).floating().get(new UUID(0, 0x5002L)).outside().hostId())
            .isEqualTo(Resolver.resolve(model).routers().get(Sample.routerId(0)).gateway().get().hostId());
        assertThat(table(model, "h1", 82)).contains(",eth_type=0x800,ip_src=10.0.0.1 actions=dec_ttl,"
            + "set_field:02:cf:52:3f:6e:47->eth_src,set_field:192.0.2.201->ip_src,set_field:0xc000->reg1,");
        assertThat(table(model, "h1", 76)).contains(",eth_dst=02:cf:52:3f:6e:47,eth_type=0x800,ip_dst=192.0.2.201 "
            + "actions=dec_ttl,set_field:10.0.0.1->ip_dst,set_field:fa:16:3e:00:03:e8->eth_src,"
            + "set_field:fa:16:3e:00:00:01->eth_dst,write_metadata:0x3001388/0x10fffffff,goto_table:100");
        // From inside it is known as well: the packet turns round on this host.
        assertThat(table(model, "h1", 88)).contains(",eth_type=0x800,ip_dst=192.0.2.201 actions="
            + "set_field:02:cf:52:3f:6e:47->eth_dst,ct_clear,load:0xffff->NXM_OF_IN_PORT[],resubmit(,76)");
    }

    @Test
    void aPortLeadsToAMachineForThoseWhoMayUseIt() {
        final var model = answered(new Sample().network(0).physical(9, 0).port(1, 0).router(0, 0).outside(0, true)
            .forwarding(3, 8080, 1).forwarding(3, 8081, 1).host(1, Sample.tap(1)).host(2).provider(2, 9));
        assertThat(Resolver.resolve(model).problems().forwardings()).isEmpty();
        // Host 2 is the gateway host; the machine is on host 1. Both ports lead to the same port inside.
        assertThat(table(model, "h2", 76)).contains(",eth_type=0x800,ip_dst=192.0.2.203 actions="
            + "set_field:0xc000->reg1,set_field:0xc00002cb->reg3,ct(table=77,zone=reg1[0..15],nat)");
        final var from = "reg1=0xc000,reg3=0xc00002cb,ct_state=%s,eth_type=0x800,ip_proto=6,"
            + "ip_src=198.51.100.0/255.255.255.0,ip_dst=%s,tcp_dst=%s actions=";
        assertThat(table(model, "h2", 77)).isEqualTo("""
            priority=100,reg1=0xc000,ct_state=0x24/0x34,eth_type=0x800 actions=goto_table:78
            priority=100,reg1=0xc000,ct_state=0x2a/0x3a,eth_type=0x800 actions=goto_table:78
            """ + "priority=90," + from.formatted("0x21/0x35", "192.0.2.203", "8080")
            + "ct(commit,table=78,zone=reg1[0..15],nat(dst=10.0.0.1:80))\n"
            + "priority=90," + from.formatted("0x21/0x35", "192.0.2.203", "8081")
            + "ct(commit,table=78,zone=reg1[0..15],nat(dst=10.0.0.1:80))\n"
            + "priority=90," + from.formatted("0x22/0x3a", "10.0.0.1", "80") + "goto_table:78\n");
        assertThat(table(model, "h2", 87)).contains("ct_state=0x2a/0x3a,eth_type=0x800,ip_proto=6,ip_src=192.0.2.203,"
            + "tcp_src=8080 actions=set_field:");
        assertThat(table(model, "h1", 76)).isEqualTo("priority=0 actions=goto_table:80\n");
    }

    @Test
    void machinesOutsideAreAskedForWhenSomethingIsSentToThem() {
        final var unknown = ",eth_type=0x800,ip_dst=192.0.2.0/255.255.255.0 actions=meter:";
        assertThat(table(answered(sample(true)), "h1", 88)).contains("priority=1024,reg1=0xc000" + unknown)
            .contains("priority=2900,metadata=0x1dd1000/0xfffffff,eth_type=0x800,ip_dst=192.0.2.1 actions="
                + "set_field:00:00:5e:00:01:01->eth_dst,goto_table:112");
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
