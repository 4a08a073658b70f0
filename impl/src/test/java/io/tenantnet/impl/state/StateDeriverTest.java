/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.TunnelMode;
import io.tenantnet.impl.resolve.Resolver;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateDeriverTest {
    private static final SwitchReport DONE = new SwitchReport(9, 9, Set.of(), Optional.empty());
    private static final Model TWO_HOSTS = new Sample().network(1).port(1, 1).port(2, 1)
        .host(1, Sample.tap(1)).host(2, Sample.tap(2)).build();

    @Test
    void aPortIsActiveOnceEverySwitchHasConfirmedIt() {
        assertThat(port(1, Map.of("h1", DONE, "h2", DONE))).isEqualTo(Condition.ACTIVE);
    }

    @Test
    void aPortIsBuiltWhileAnotherSwitchHasYetToConfirmIt() {
        final var behind = new SwitchReport(9, 8, Set.of(new Scope.OfPort(Sample.portId(1))), Optional.empty());
        assertThat(port(1, Map.of("h1", DONE, "h2", behind)))
            .isEqualTo(Condition.build("host h2: has yet to confirm the flows to the port"));
        assertThat(port(2, Map.of("h1", DONE, "h2", behind))).isEqualTo(Condition.ACTIVE);
    }

    @Test
    void aSubnetThatNobodyAdvertisesSaysSo() {
        final var subnet = new Sample().network(1).router(0).router6(0, 1).build().tenant().subnets().values().iterator()
            .next();
        final var alone = new Sample().network(1).subnet(subnet).build();
        assertThat(derive(alone, Map.of()).subnets().get(subnet.id())).isEqualTo(new Condition(Status.ACTIVE,
            Optional.of("ipv6-ra-mode: no router that is up has an interface in it, so nobody advertises it")));
        assertThat(derive(new Sample().network(1).router(0).router6(0, 1).build(), Map.of()).subnets().get(subnet.id()))
            .isEqualTo(Condition.ACTIVE);
    }

    @Test
    void aRefusalIsTheReason() {
        final var full = new SwitchReport(9, 8, Set.of(new Scope.OfPort(Sample.portId(1))), Optional.of("table full"));
        assertThat(port(1, Map.of("h1", full, "h2", DONE))).isEqualTo(Condition.build("table full"));
    }

    @Test
    void aPortWhoseSwitchIsNotConnectedIsNotActive() {
        assertThat(port(1, Map.of("h2", DONE)))
            .isEqualTo(Condition.build("br-int of host h1 is not connected over OpenFlow"));
    }

    @Test
    void aPortIsBuiltWhileItsRulesAreNotConfirmed() {
        final var model = new Sample().network(1).guardedPort(1, 1, Sample.groupId(1)).host(1, Sample.tap(1)).build();
        final int policy = Resolver.resolve(model).ports().get(Sample.portId(1)).guard().orElseThrow().policy();
        final var behind = new SwitchReport(9, 8, Set.of(new Scope.OfPolicy(policy)), Optional.empty());
        assertThat(derive(model, Map.of("h1", behind)).ports().get(Sample.portId(1)).condition())
            .isEqualTo(Condition.build("host h1: has yet to confirm the rules of the port's security groups"));
        assertThat(derive(model, Map.of("h1", DONE)).ports().get(Sample.portId(1)).condition())
            .as("in effect, but not as asked for").isEqualTo(new Condition(Status.ACTIVE,
                Optional.of("security group " + Sample.groupId(1) + " does not exist")));
    }

    @Test
    void aPortWithoutInterfaceIsDown() {
        final var state = derive(new Sample().network(1).port(1, 1).build(), Map.of());
        assertThat(state.ports().get(Sample.portId(1)).condition().status()).isEqualTo(Status.DOWN);
        assertThat(state.ports().get(Sample.portId(1)).condition().reason()).isPresent();
    }

    @Test
    void networksTellTheirHosts() {
        final var network = derive(TWO_HOSTS, Map.of()).networks().get(Sample.networkId(1));
        assertThat(network.hosts()).containsExactly("h1", "h2");
        assertThat(network.segmentationId()).hasValue(5001);
    }

    @Test
    void hostsTellTheirTunnelsAndFlows() {
        final var host = derive(TWO_HOSTS, Map.of("h1", DONE)).hosts().get("h1");
        assertThat(host.tunnels().get("h2"))
            .isEqualTo(new HostState.Tunnel("192.0.2.2", 1, Condition.ACTIVE));
        assertThat(host.wanted()).isEqualTo(9);
        assertThat(host.condition()).isEqualTo(Condition.ACTIVE);
        assertThat(derive(TWO_HOSTS, Map.of()).hosts().get("h1").condition())
            .isEqualTo(Condition.down("br-int is not connected over OpenFlow"));
    }

    @Test
    void aSwitchThatIsConnectedAndNotMasteredSaysSo() {
        final var stuck = TWO_HOSTS.hosts().get("h1").withOpenFlow(Optional.of("tcp:192.0.2.1"));
        final var model = new Sample().host(stuck).build();
        assertThat(derive(model, Map.of()).hosts().get("h1").condition().reason().orElseThrow())
            .contains("OpenFlowPlugin has not become its master");
        assertThat(derive(model, Map.of("h1", DONE)).hosts().get("h1").condition()).isEqualTo(Condition.ACTIVE);
    }

    private static Condition port(final int number, final Map<String, SwitchReport> reports) {
        return derive(TWO_HOSTS, reports).ports().get(Sample.portId(number)).condition();
    }

    @Test
    void aTunnelForWhichGeniusHasMadeNoPortWorksAndSaysSo() {
        final var flowBased = new Sample().host(1).host(2).build();
        final var itm = new Sample().host(1).host(2).mode(TunnelMode.ITM).build();
        final var before = Derivation.EMPTY.next(flowBased, Resolver.resolve(flowBased), Map.of());
        assertThat(tunnel(before.state())).isEqualTo(Condition.ACTIVE);
        final var after = before.next(itm, Resolver.resolve(itm), Map.of());
        assertThat(after.state()).isEqualTo(derive(itm, Map.of()));
        assertThat(tunnel(after.state()).status()).isEqualTo(Status.ACTIVE);
        assertThat(tunnel(after.state()).reason()).hasValueSatisfying(reason ->
            assertThat(reason).startsWith("Genius ITM has made no port for it"));
    }

    private static Condition tunnel(final State state) {
        return state.hosts().get("h1").tunnels().get("h2").condition();
    }

    private static State derive(final Model model, final Map<String, SwitchReport> reports) {
        return StateDeriver.derive(model, Resolver.resolve(model), reports);
    }
}
