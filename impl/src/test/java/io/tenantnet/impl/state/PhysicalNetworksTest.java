/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.resolve.Resolver;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Port 1 of vxlan network 1 is on h1, port 2 of vlan network 2 on h2; a router joins the two. Only h2 is joined to physnet1. */
class PhysicalNetworksTest {
    private static final SwitchReport DONE = new SwitchReport(9, 9, Set.of(), Optional.empty());
    private static final String H1 = "host h1 is not joined to physical network physnet1";

    @Test
    void aRouterTellsWhereItCannotSend() {
        final var state = derive(cloud());
        assertThat(state.routers().get(Sample.routerId(0)).condition()).isEqualTo(new Condition(Status.ACTIVE,
            Optional.of("network " + Sample.networkId(2) + " is not reached from everywhere: " + H1)));
        assertThat(state.networks().get(Sample.networkId(2)).condition()).as("no mapping is bad").isEqualTo(Condition.ACTIVE);
        assertThat(derive(cloud().provider(1, 9)).routers().get(Sample.routerId(0)).condition()).isEqualTo(Condition.ACTIVE);
    }

    @Test
    void aRouterThatOthersHandPacketsToDoesSo() {
        final var sample = cloud().network(3).port(3, 3).router(1, 1, 3).routes(1, "10.2.0.0/16 10.1.255.1")
            .host(3, Sample.tap(3)).provider(1, 9);
        assertThat(derive(sample).routers().get(Sample.routerId(0)).condition().reason())
            .hasValueSatisfying(text -> assertThat(text).endsWith("host h3 is not joined to physical network physnet1"));
        assertThat(derive(sample).routers().get(Sample.routerId(1)).condition()).isEqualTo(Condition.ACTIVE);
    }

    @Test
    void manyHostsAreCounted() {
        final var sample = cloud();
        for (int number = 11; number < 15; number++) {
            sample.port(number, 1).host(number, Sample.tap(number));
        }
        assertThat(derive(sample).routers().get(Sample.routerId(0)).condition().reason())
            .hasValueSatisfying(text -> assertThat(text).contains(H1, "host h11 ", "host h12 ").endsWith("; nor are 2 more hosts"));
    }

    @Test
    void aBadMappingIsToldOfWhereItMattersAndTheHostWorks() {
        final var state = derive(cloud().port(4, 2).host(1, Sample.tap(1), Sample.tap(4))
            .unjoined(1, "interface eth1 belongs to bridge br-phy"));
        assertThat(state.hosts().get("h1").condition()).isEqualTo(new Condition(Status.ACTIVE,
            Optional.of("physical network physnet1: interface eth1 belongs to bridge br-phy")));
        final var reason = H1 + ": interface eth1 belongs to bridge br-phy";
        assertThat(state.ports().get(Sample.portId(4)).condition()).isEqualTo(Condition.down(reason));
        assertThat(state.ports().get(Sample.portId(1)).condition()).isEqualTo(Condition.ACTIVE);
        assertThat(state.networks().get(Sample.networkId(2)).condition())
            .isEqualTo(new Condition(Status.ACTIVE, Optional.of(reason)));
        assertThat(state.networks().get(Sample.networkId(1)).condition()).isEqualTo(Condition.ACTIVE);
    }

    private static Sample cloud() {
        return new Sample().network(1).physical(2, 7).port(1, 1).port(2, 2).router(0, 1, 2)
            .host(1, Sample.tap(1)).host(2, Sample.tap(2)).provider(2, 9);
    }

    private static State derive(final Sample sample) {
        final var model = sample.build();
        return StateDeriver.derive(model, Resolver.resolve(model), Map.of("h1", DONE, "h2", DONE, "h3", DONE));
    }
}
