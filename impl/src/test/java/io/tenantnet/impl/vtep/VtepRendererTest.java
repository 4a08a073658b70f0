/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.vtep;

import static io.tenantnet.impl.Sample.tap;
import static io.tenantnet.impl.vtep.SampleVteps.address;
import static io.tenantnet.impl.vtep.SampleVteps.learned;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.render.Renderer;
import io.tenantnet.impl.resolve.Resolver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VtepRendererTest {
    /** Ports 1 and 2 of network 1 on hosts 1 and 2, port 3 of network 2 on host 1; bare metal 1 at tor1, 2 at tor2. */
    private final Sample sample = new Sample().network(1).network(2).port(1, 1).port(2, 1).port(3, 2)
        .host(1, tap(1), tap(3)).host(2, tap(2));
    private final SampleVteps vteps = new SampleVteps().vtep(1, learned(1, 1, 1, 1)).vtep(2, learned(2, 1, 2, 1))
        .binding(1, "tor1", "p1", 0, 1).binding(2, "tor1", "p2", 100, 2).binding(3, "tor2", "p1", 0, 1);

    private static List<String> rows(final Model model, final String vtep) {
        final var lines = new ArrayList<String>();
        VtepRenderer.render(model, Resolver.resolve(model)).get(vtep).networks().forEach((id, network) -> {
            lines.add("key " + network.vni() + (network.serviceNodes() ? " service nodes " : " hosts ") + network.flood());
            network.bindings().forEach((port, vlans) -> lines.add(network.vni() + " " + port + " " + vlans));
            network.macs().forEach((mac, remote) -> lines.add(network.vni() + " " + mac + " at " + remote.locator() + " "
                + remote.address()));
        });
        return lines;
    }

    @Test
    void aSwitchKnowsHostsAndOtherSwitches() {
        assertThat(rows(vteps.in(sample), "db1")).containsExactly(
            "key 5001 hosts [192.0.2.1, 192.0.2.2, 192.0.2.202]",
            "5001 port p1 of switch tor1 [0]",
            "5001 02:00:00:00:00:02 at 192.0.2.202 ",
            "5001 fa:16:3e:00:00:01 at 192.0.2.1 10.0.0.1",
            "5001 fa:16:3e:00:00:02 at 192.0.2.2 10.0.0.2",
            "key 5002 hosts [192.0.2.1]",
            "5002 port p2 of switch tor1 [100]",
            "5002 fa:16:3e:00:00:03 at 192.0.2.1 10.0.0.3");
    }

    @Test
    void serviceNodesStandForAllOthers() {
        vteps.serviceNodes(9, "tor2", IpAddress.parse("192.0.2.250"));
        assertThat(rows(vteps.in(sample), "db2")).contains("key 5001 service nodes [192.0.2.250]")
            .contains("5001 02:00:00:00:00:01 at " + address(1) + " ");
        assertThat(rows(vteps.in(sample), "db1")).contains("key 5001 hosts [192.0.2.1, 192.0.2.2, 192.0.2.202]");
    }

    @Test
    void hostsSendToSwitchesWhatComesFromTheirPorts() {
        final var resolved = Resolver.resolve(vteps.in(sample));
        final var flows = Renderer.render(resolved, "h1", new Scope.OfNetwork(Sample.networkId(1))).stream()
            .map(Object::toString).toList();
        assertThat(flows).contains(
            "table=100,priority=100,metadata=0x3001389/0x10fffffff,eth_dst=02:00:00:00:00:01 actions=set_field:5001->tun_id,"
                + "set_field:192.0.2.201->tun_dst,output:1",
            "table=100,priority=100,metadata=0x3001389/0x10fffffff,eth_dst=02:00:00:00:00:02 actions=set_field:5001->tun_id,"
                + "set_field:192.0.2.202->tun_dst,output:1");
        final var flooded = flows.stream().filter(flow -> flow.startsWith("table=110,")).toList();
        assertThat(flooded).hasSize(2).anySatisfy(flow -> assertThat(flow).as("from a port").endsWith(
            "set_field:5001->tun_id,set_field:192.0.2.2->tun_dst,output:1,set_field:192.0.2.201->tun_dst,output:1,"
                + "set_field:192.0.2.202->tun_dst,output:1"))
            .anySatisfy(flow -> assertThat(flow).as("from the wire").doesNotContain("tun_dst"));
    }
}
