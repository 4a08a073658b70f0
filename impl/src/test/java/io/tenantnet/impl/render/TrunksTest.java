/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.resolve.Changes;
import io.tenantnet.impl.resolve.Resolver;
import org.junit.jupiter.api.Test;

class TrunksTest {
    /** Interface 101 is port 1 of network 1 and, in VLAN 502, port 2 of network 2. */
    private static final Model TRUNK = new Sample().network(1).network(2).port(1, 1).port(2, 2).port(3, 2)
        .trunk(1, 1, 2).host(1, Sample.tap(1), Sample.tap(3)).build();
    private static final String OF_SUB_PORT = "metadata=0xca3ec00000000/0x1ffffffe00000000";

    @Test
    void framesOfASubPortAreToldByTheirTag() {
        assertThat(table(0)).isEqualTo("""
            priority=100,in_port=101 actions=write_metadata:0xca00003001389/0x1fffffff0fffffff,goto_table:50
            priority=100,in_port=103 actions=write_metadata:0xce0000300138a/0x1fffffff0fffffff,goto_table:50
            priority=200,vlan_vid=0x1000/0x1000 actions=goto_table:44
            priority=300,in_port=1 actions=write_metadata:0x3000000/0xf000000,goto_table:40
            """);
        assertThat(table(44)).isEqualTo("""
            priority=100,in_port=101,vlan_vid=0x11f6 actions=pop_vlan,write_metadata:0xca3ec0300138a/0x1fffffff0fffffff,goto_table:50
            """);
        assertThat(table(50)).contains("priority=100," + OF_SUB_PORT
            + ",eth_src=fa:16:3e:00:00:02,eth_type=0x800,ip_src=10.0.0.2 actions=goto_table");
    }

    @Test
    void framesForASubPortAreTaggedAndTheSenderIsSpared() {
        assertThat(table(100)).contains("""
            priority=100,metadata=0x300138a/0xfffffff,eth_dst=fa:16:3e:00:00:02 actions=set_field:0x1f60065->reg7,goto_table:120
            """);
        assertThat(table(130)).isEqualTo("""
            priority=100,reg7=0x1f60065 actions=push_vlan:0x8100,set_field:0x11f6->vlan_vid,output:101,pop_vlan
            priority=100,reg7=0x65 actions=output:101
            priority=100,reg7=0x67 actions=output:103
            priority=110,in_port=101,reg7=0x1f60065 actions=push_vlan:0x8100,set_field:0x11f6->vlan_vid,IN_PORT,pop_vlan
            priority=110,in_port=101,reg7=0x65 actions=IN_PORT
            priority=120,metadata=0xca00000000000/0x1ffffffe00000000,reg7=0x65 actions=drop
            priority=120,%s,reg7=0x1f60065 actions=drop
            """.formatted(OF_SUB_PORT));
    }

    @Test
    void answersOfTheSwitchAreTagged() {
        assertThat(table(132)).isEqualTo("""
            priority=0 actions=IN_PORT
            priority=100,%s actions=push_vlan:0x8100,set_field:0x11f6->vlan_vid,IN_PORT,pop_vlan
            """.formatted(OF_SUB_PORT));
    }

    private static String table(final int table) {
        final var resolved = Resolver.resolve(TRUNK);
        final var prefix = "table=" + table + ",";
        return Changes.all(resolved, "h1").stream()
            .flatMap(scope -> Renderer.render(resolved, "h1", scope).stream()).map(Object::toString)
            .filter(text -> text.startsWith(prefix)).map(text -> text.substring(prefix.length()) + "\n").sorted()
            .reduce("", String::concat);
    }
}
