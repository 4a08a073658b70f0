/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Network;
import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.resolve.Changes;
import io.tenantnet.impl.resolve.Resolver;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PhysicalNetworksTest {
    /** Network 1 is VLAN 7, network 2 is flat; port 9 of each host leads to their physical network. */
    private static final Model TWO_HOSTS = new Sample().physical(1, 7).physical(2, 0).port(1, 1).port(2, 1).port(3, 2)
        .host(1, Sample.tap(1), Sample.tap(3)).provider(1, 9).host(2, Sample.tap(2)).provider(2, 9).build();

    @Test
    void whatComesFromThePhysicalNetworkIsToldByItsVlan() {
        assertThat(table(TWO_HOSTS, "h1", 0)).isEqualTo("""
            priority=100,in_port=101 actions=write_metadata:0xca00002dd1007/0x1fffffff0fffffff,goto_table:50
            priority=100,in_port=103 actions=write_metadata:0xce00001dd1000/0x1fffffff0fffffff,goto_table:50
            priority=200,vlan_vid=0x1000/0x1000 actions=goto_table:44
            priority=300,in_port=1 actions=write_metadata:0x3000000/0xf000000,goto_table:40
            priority=300,in_port=9 actions=goto_table:42
            """);
        assertThat(table(TWO_HOSTS, "h1", 42)).isEqualTo("""
            priority=100,in_port=9,vlan_vid=0x0 actions=write_metadata:0x101dd1000/0x1fffffff0fffffff,goto_table:76
            priority=100,in_port=9,vlan_vid=0x1007 actions=pop_vlan,write_metadata:0x102dd1007/0x1fffffff0fffffff,goto_table:76
            """);
        assertThat(table(TWO_HOSTS, "h1", 40)).isEmpty();
        // The other host does not carry the flat network.
        assertThat(table(TWO_HOSTS, "h2", 42)).doesNotContain("vlan_vid=0x0");
    }

    @Test
    void framesForOthersGoOutOfTheWire() {
        assertThat(table(TWO_HOSTS, "h1", 100)).contains("""
            priority=100,metadata=0x2dd1007/0x10fffffff,eth_dst=fa:16:3e:00:00:02 actions=goto_table:112
            priority=100,metadata=0x2dd1007/0xfffffff,eth_dst=fa:16:3e:00:00:01 actions=set_field:0x65->reg7,goto_table:120
            """);
        assertThat(table(TWO_HOSTS, "h1", 110)).isEqualTo("""
            priority=100,metadata=0x101dd1000/0x10fffffff actions=set_field:0x67->reg7,resubmit(,120)
            priority=100,metadata=0x102dd1007/0x10fffffff actions=set_field:0x65->reg7,resubmit(,120)
            priority=100,metadata=0x1dd1000/0x10fffffff actions=set_field:0x67->reg7,resubmit(,120),resubmit(,112)
            priority=100,metadata=0x2dd1007/0x10fffffff actions=set_field:0x65->reg7,resubmit(,120),resubmit(,112)
            """);
        assertThat(table(TWO_HOSTS, "h1", 112)).isEqualTo("""
            priority=100,metadata=0x1dd1000/0xfffffff actions=output:9
            priority=100,metadata=0x2dd1007/0xfffffff actions=push_vlan:0x8100,set_field:0x1007->vlan_vid,output:9
            """);
    }

    @Test
    void aRoutersAddressStaysInTheHost() {
        final var model = new Sample().network(1).physical(2, 7).port(1, 1).port(2, 2).router(0, 1, 2)
            .host(1, Sample.tap(1)).provider(1, 9).host(2, Sample.tap(2)).provider(2, 9).build();
        // Host 1 has no port of network 2, but routes to it.
        assertThat(table(model, "h1", 112)).isEqualTo("""
            priority=100,metadata=0x2dd1007/0xfffffff actions=push_vlan:0x8100,set_field:0x1007->vlan_vid,output:9
            priority=200,metadata=0x2dd1007/0xfffffff,eth_src=fa:16:3e:00:03:ea actions=\
            set_field:02:3c:22:1e:8f:5d->eth_src,push_vlan:0x8100,set_field:0x1007->vlan_vid,output:9
            """);
        assertThat(table(model, "h2", 112)).contains("eth_src=fa:16:3e:00:03:ea").doesNotContain("02:3c:22:1e:8f:5d");
        assertThat(table(model, "h1", 42)).isEmpty();
    }

    @Test
    void aLocalNetworkDoesNotLeaveItsHost() {
        final var model = new Sample().network(new Network(Sample.networkId(1), NetworkType.LOCAL, Optional.empty(),
            OptionalInt.empty(), true, true, 1450, false)).port(1, 1).port(2, 1)
            .host(1, Sample.tap(1)).host(2, Sample.tap(2)).build();
        assertThat(table(model, "h1", 110)).doesNotContain("output").doesNotContain("resubmit(,112)");
        assertThat(table(model, "h1", 100)).doesNotContain("eth_dst=fa:16:3e:00:00:02");
    }

    @Test
    void tagsOfMachinesPassInATransparentNetworkOnly() {
        final var model = new Sample().network(1).port(1, 1).network(new Network(Sample.networkId(2),
            NetworkType.VXLAN, Optional.empty(), OptionalInt.of(5002), true, true, 1450, true)).port(2, 2)
            .host(1, Sample.tap(1), Sample.tap(2)).build();
        assertThat(table(model, "h1", 44)).isEqualTo("""
            priority=10,in_port=102 actions=write_metadata:0xcc0000300138a/0x1fffffff0fffffff,goto_table:50
            """);
    }

    private static String table(final Model model, final String hostId, final int table) {
        final var resolved = Resolver.resolve(model);
        final var prefix = "table=" + table + ",";
        return Changes.all(resolved, hostId).stream()
            .flatMap(scope -> Renderer.render(resolved, hostId, scope).stream()).map(Object::toString)
            .filter(text -> text.startsWith(prefix)).map(text -> text.substring(prefix.length()) + "\n").sorted()
            .reduce("", String::concat);
    }
}
