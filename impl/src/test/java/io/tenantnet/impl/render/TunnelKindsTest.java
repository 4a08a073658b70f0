/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.HostInterface;
import io.tenantnet.impl.model.HostInterface.TunnelPeer;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Network;
import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.resolve.Changes;
import io.tenantnet.impl.resolve.Resolver;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TunnelKindsTest {
    /** Three networks with the same identifier, whose tunnels are the ports 1, 2 and 3 of host 1. */
    private static final Model THREE_KINDS = new Sample().network(network(1, NetworkType.VXLAN, 7))
        .network(network(2, NetworkType.GRE, 7)).network(network(3, NetworkType.GENEVE, 7))
        .port(1, 1).port(2, 2).port(3, 3).port(4, 2).port(5, 3)
        .host(1, Sample.tap(1), Sample.tap(2), Sample.tap(3), tunnel(NetworkType.GRE, 2), tunnel(NetworkType.GENEVE, 3))
        .host(2, Sample.tap(4), Sample.tap(5)).build();

    private static Network network(final int number, final NetworkType type, final int id) {
        return new Network(Sample.networkId(number), type, Optional.empty(), OptionalInt.of(id), true, true, 1450, false);
    }

    private static HostInterface tunnel(final NetworkType type, final int ofport) {
        return new HostInterface("tn-" + type, OptionalInt.of(ofport), Optional.empty(),
            Optional.of(new TunnelPeer(type, Optional.empty())), 0);
    }

    @Test
    void aKeyMeansNothingWithoutTheKindOfTunnel() {
        assertThat(table(THREE_KINDS, 0)).contains("""
            priority=300,in_port=1 actions=write_metadata:0x3000000/0xf000000,goto_table:40
            priority=300,in_port=2 actions=write_metadata:0x4000000/0xf000000,goto_table:40
            priority=300,in_port=3 actions=write_metadata:0x5000000/0xf000000,goto_table:40
            """);
        assertThat(table(THREE_KINDS, 40)).isEqualTo("""
            priority=100,metadata=0x3000000/0xf000000,tun_id=7 actions=write_metadata:0x103000007/0x1fffffff0fffffff,goto_table:100
            priority=100,metadata=0x4000000/0xf000000,tun_id=7 actions=write_metadata:0x104043498/0x1fffffff0fffffff,goto_table:100
            priority=100,metadata=0x5000000/0xf000000,tun_id=7 actions=write_metadata:0x105000007/0x1fffffff0fffffff,goto_table:100
            """);
    }

    @Test
    void eachNetworkUsesItsKindOfTunnel() {
        assertThat(table(THREE_KINDS, 100)).contains(
            "eth_dst=fa:16:3e:00:00:04 actions=set_field:7->tun_id,set_field:192.0.2.2->tun_dst,output:2\n",
            "eth_dst=fa:16:3e:00:00:05 actions=set_field:7->tun_id,set_field:192.0.2.2->tun_dst,output:3\n");
    }

    @Test
    void aKeyOfGreHas32Bits() {
        final var model = new Sample().network(network(1, NetworkType.GRE, -1)).port(1, 1)
            .host(1, Sample.tap(1), tunnel(NetworkType.GRE, 2)).build();
        assertThat(table(model, 40)).contains("tun_id=4294967295 actions=write_metadata:0x104");
    }

    private static String table(final Model model, final int table) {
        final var resolved = Resolver.resolve(model);
        final var prefix = "table=" + table + ",";
        return Changes.all(resolved, "h1").stream()
            .flatMap(scope -> Renderer.render(resolved, "h1", scope).stream()).map(Object::toString)
            .filter(text -> text.startsWith(prefix)).map(text -> text.substring(prefix.length()) + "\n").sorted()
            .reduce("", String::concat);
    }
}
