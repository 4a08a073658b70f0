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
import io.tenantnet.impl.model.SecurityGroup;
import io.tenantnet.impl.model.SecurityRule;
import io.tenantnet.impl.model.SecurityRule.Direction;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.resolve.Changes;
import io.tenantnet.impl.resolve.Resolver;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecurityRendererTest {
    private static final OptionalInt NONE = OptionalInt.empty();
    /** The policies of the groups {1} and {1, 2}. */
    private static final String ONE = "0x" + Integer.toHexString(policy(1));
    private static final String BOTH = "0x" + Integer.toHexString(policy(1, 2));

    private static int policy(final int... groups) {
        final var ids = new UUID[groups.length];
        for (int i = 0; i < groups.length; i++) {
            ids[i] = Sample.groupId(groups[i]);
        }
        return Resolver.resolve(new Sample().network(1).guardedPort(1, 1, ids).host(1, Sample.tap(1)).build())
            .ports().get(Sample.portId(1)).guard().orElseThrow().policy();
    }

    private static SecurityRule rule(final int id, final int group, final Direction direction, final int protocol,
            final OptionalInt first, final OptionalInt last, final Optional<Cidr> remote, final int remoteGroup,
            final boolean allow, final int priority) {
        return new SecurityRule(Sample.ruleId(id), Sample.groupId(group), direction, 4, OptionalInt.of(protocol), first,
            last, remote, remoteGroup == 0 ? Optional.empty() : Optional.of(Sample.groupId(remoteGroup)), allow,
            priority, true);
    }

    private static Sample sample() {
        return new Sample().network(1).guardedPort(1, 1, Sample.groupId(1))
            .guardedPort(2, 1, Sample.groupId(1), Sample.groupId(2)).port(3, 1)
            .host(1, Sample.tap(1), Sample.tap(3)).host(2, Sample.tap(2))
            .group(new SecurityGroup(Sample.groupId(1), true)).group(new SecurityGroup(Sample.groupId(2), false));
    }

    @Test
    void ipOfAPortWithGroupsIsTracked() {
        assertThat(table(sample().build(), "h1", 70, "priority=100")).isEqualTo("""
            priority=100,metadata=0xca00000000000/0x1ffffffe00000000,eth_type=0x800 actions=\
            set_field:0x3001389->reg0,set_field:0x65->reg4,set_field:%1$s->reg5,ct(table=71,zone=reg4[0..15])
            priority=100,metadata=0xca00000000000/0x1ffffffe00000000,eth_type=0x86dd actions=\
            set_field:0x3001389->reg0,set_field:0x65->reg4,set_field:%1$s->reg5,ct(table=71,zone=reg4[0..15])
            """.formatted(ONE));
        assertThat(table(sample().build(), "h1", 120, "priority=100")).isEqualTo("""
            priority=100,reg7=0x65,eth_type=0x800 actions=\
            set_field:0x3001389->reg0,set_field:0x65->reg4,set_field:%1$s->reg5,ct(table=121,zone=reg4[0..15])
            priority=100,reg7=0x65,eth_type=0x86dd actions=\
            set_field:0x3001389->reg0,set_field:0x65->reg4,set_field:%1$s->reg5,ct(table=121,zone=reg4[0..15])
            """.formatted(ONE));
    }

    @Test
    void rulesAreInBandsAndRangesInBlocks() {
        final var model = sample()
            .rule(rule(1, 1, Direction.INGRESS, 6, OptionalInt.of(80), OptionalInt.of(83), Optional.empty(), 0, true, 1))
            .rule(rule(2, 1, Direction.INGRESS, 17, NONE, NONE, Optional.of(Cidr.parse("10.1.0.0/16")), 0, false, 2))
            .rule(rule(3, 1, Direction.INGRESS, 1, OptionalInt.of(8), NONE, Optional.empty(), 0, true, 100))
            .rule(rule(4, 1, Direction.EGRESS, 47, NONE, NONE, Optional.empty(), 0, true, 1)).build();

        assertThat(table(model, "h1", 123, "priority=9")).isEqualTo("""
            priority=9601,reg5=%1$s,ct_state=0x20/0x30,eth_type=0x800,ip_proto=1,icmp_type=8 actions=goto_table:124
            priority=9994,reg5=%1$s,eth_type=0x800,ip_proto=17,ip_src=10.1.0.0/255.255.0.0 actions=goto_table:125
            priority=9997,reg2=0x50/0xfffc,reg5=%1$s,ct_state=0x20/0x30,eth_type=0x800,ip_proto=6 actions=goto_table:124
            """.formatted(ONE));
        assertThat(table(model, "h1", 123, "priority=10,")).isEqualTo("""
            priority=10,reg5=%s actions=goto_table:125
            """.formatted(ONE));
        assertThat(table(model, "h1", 73, "priority=9")).isEqualTo("""
            priority=9997,reg5=%s,ct_state=0x20/0x30,eth_type=0x800,ip_proto=47 actions=goto_table:74
            """.formatted(ONE));
    }

    @Test
    void membersOfARemoteGroupAreKnownByTheirPolicies() {
        final var model = sample().rule(
            rule(1, 1, Direction.INGRESS, 6, NONE, NONE, Optional.empty(), 1, true, 1)).build();

        assertThat(table(model, "h1", 123, "priority=9").lines()).containsExactlyInAnyOrder(
            "priority=9997,reg0=%s,reg5=%s,ct_state=0x20/0x30,eth_type=0x800,ip_proto=6 actions=goto_table:124"
                .formatted(ONE, ONE),
            "priority=9997,reg0=%s,reg5=%s,ct_state=0x20/0x30,eth_type=0x800,ip_proto=6 actions=goto_table:124"
                .formatted(BOTH, ONE));
        assertThat(table(model, "h1", 122, "priority=1")).isEqualTo("""
            priority=132,reg0=0x3001389,eth_type=0x800,ip_src=10.0.0.1 actions=set_field:%s->reg0,goto_table:123
            priority=132,reg0=0x3001389,eth_type=0x800,ip_src=10.0.0.2 actions=set_field:%s->reg0,goto_table:123
            """.formatted(ONE, BOTH));
        assertThat(table(model, "h1", 72, "priority=1")).as("no egress rule asks").isEmpty();
    }

    /** Network 1 is joined to network 2, and network 3 to none; host 1 has a port of network 1 only. */
    @Test
    void membersBehindARouterAreKnownByTheDomain() {
        final var model = sample().network(2).network(3).router(1, 1, 2)
            .guardedPort(4, 2, Sample.groupId(1)).guardedPort(5, 3, Sample.groupId(1))
            .host(2, Sample.tap(2), Sample.tap(4), Sample.tap(5)).rule(
                rule(1, 1, Direction.INGRESS, 6, NONE, NONE, Optional.empty(), 1, true, 1)).build();

        assertThat(table(model, "h1", 122, "priority=1")).isEqualTo("""
            priority=132,reg0=0x3001389,eth_type=0x800,ip_src=10.0.0.1 actions=set_field:%1$s->reg0,goto_table:123
            priority=132,reg0=0x3001389,eth_type=0x800,ip_src=10.0.0.2 actions=set_field:%2$s->reg0,goto_table:123
            priority=132,reg0=0x3001389,eth_type=0x800,ip_src=10.0.0.4 actions=set_field:%1$s->reg0,goto_table:123
            """.formatted(ONE, BOTH));
        assertThat(table(model, "h2", 122, "priority=132,reg0=0x300138b")).contains("ip_src=10.0.0.5 ");
    }

    /** Port 4 of the other network has the address of port 2. */
    @Test
    void anAddressThatTwoNetworksHaveIsKnownInEachAlone() {
        final var twin = new Port(Sample.portId(4), Sample.networkId(2), Sample.mac(4), true,
            List.of(new FixedIp(Sample.ip(2), Optional.empty())), List.of(), Optional.empty(), Set.of(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        final var model = sample().network(2).router(1, 1, 2).port(twin)
            .host(2, Sample.tap(2), Sample.tap(4)).rule(
                rule(1, 1, Direction.INGRESS, 6, NONE, NONE, Optional.empty(), 1, true, 1)).build();

        assertThat(table(model, "h1", 122, "priority=1")).isEqualTo("""
            priority=132,metadata=0x3001389/0xfffffff,eth_type=0x800,ip_src=10.0.0.2 actions=set_field:%2$s->reg0,goto_table:123
            priority=132,reg0=0x3001389,eth_type=0x800,ip_src=10.0.0.1 actions=set_field:%1$s->reg0,goto_table:123
            """.formatted(ONE, BOTH));
    }

    @Test
    void statelessRulesNeedNoConnection() {
        final var model = sample().rule(
            rule(1, 2, Direction.EGRESS, 6, NONE, NONE, Optional.empty(), 0, true, 1)).build();

        assertThat(table(model, "h2", 73, "priority=9")).isEqualTo("""
            priority=9996,reg5=%s,eth_type=0x800,ip_proto=6 actions=goto_table:76
            """.formatted(BOTH));
    }

    @Test
    void policiesAreRenderedWhereTheyHavePortsOnly() {
        assertThat(table(sample().build(), "h2", 123, "priority=10,")).contains(BOTH).doesNotContain(ONE + " ");
    }

    private static String table(final Model model, final String hostId, final int table, final String start) {
        final var prefix = "table=" + table + ",";
        final var resolved = Resolver.resolve(model);
        return Changes.all(resolved, hostId).stream()
            .flatMap(scope -> Renderer.render(resolved, hostId, scope).stream()).map(Flow::toString)
            .filter(text -> text.startsWith(prefix + start)).map(text -> text.substring(prefix.length()) + "\n").sorted()
            .reduce("", String::concat);
    }
}
