/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.flow.Scope;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is marked costs no more than it has to; that nothing is missed, the properties of the engine show. */
class ChangesTest {
    private static final Scope SWITCH = new Scope.OfSwitch();
    private static final Scope NETWORK = new Scope.OfNetwork(Sample.networkId(1));
    private static final Scope OTHER_NETWORK = new Scope.OfNetwork(Sample.networkId(2));

    @Test
    void nothingIsMarkedWhereNothingChanged() {
        assertThat(between(threeHosts(), threeHosts())).isEmpty();
    }

    @Test
    void allIsMarkedAtFirst() {
        assertThat(Changes.all(Resolver.resolve(threeHosts().build()), "h1"))
            .containsExactlyInAnyOrder(SWITCH, NETWORK, port(1), port(2));
        assertThat(Changes.all(Resolver.resolve(threeHosts().build()), "h9")).isEmpty();
    }

    @Test
    void aNewPortIsMarkedWhereItsNetworkIs() {
        final var after = threeHosts().port(4, 1).host(2, Sample.tap(2), Sample.tap(4));
        assertThat(between(threeHosts(), after)).isEqualTo(Map.of(
            "h1", Set.of(port(4)),
            "h2", Set.of(NETWORK, port(4))));
    }

    @Test
    void aHostThatComesToCarryANetworkNeedsAllItsPorts() {
        final var after = threeHosts().port(4, 1).host(3, Sample.tap(3), Sample.tap(4));
        assertThat(between(threeHosts(), after)).isEqualTo(Map.of(
            "h1", Set.of(NETWORK, port(4)),
            "h2", Set.of(NETWORK, port(4)),
            "h3", Set.of(NETWORK, port(1), port(2), port(4))));
    }

    @Test
    void theLastPortTakesTheNetworkWithIt() {
        final var after = threeHosts().host(2);
        assertThat(between(threeHosts(), after)).isEqualTo(Map.of(
            "h1", Set.of(NETWORK, port(2)),
            "h2", Set.of(NETWORK, port(1), port(2))));
    }

    @Test
    void aHostIsNotConcernedByAnotherNetwork() {
        final var after = threeHosts().port(5, 2).host(3, Sample.tap(3), Sample.tap(5));
        assertThat(between(threeHosts(), after)).isEqualTo(Map.of("h3", Set.of(OTHER_NETWORK, port(5))));
    }

    @Test
    void aHostWithoutCommonNetworkIsNotConcernedByAWayToIt() {
        final var before = new Sample().network(1).network(2).port(1, 1).port(2, 1).port(3, 2)
            .host(1, Sample.tap(1)).host(2, Sample.tap(2));
        assertThat(between(before, threeHosts()).get("h1")).containsExactly(SWITCH);
    }

    private static Map<String, Set<Scope>> between(final Sample before, final Sample after) {
        return Changes.between(Resolver.resolve(before.build()), Resolver.resolve(after.build()));
    }

    /** Ports 1 and 2 of network 1 on hosts 1 and 2, port 3 of network 2 on host 3. */
    private static Sample threeHosts() {
        return new Sample().network(1).network(2).port(1, 1).port(2, 1).port(3, 2)
            .host(1, Sample.tap(1)).host(2, Sample.tap(2)).host(3, Sample.tap(3));
    }

    private static Scope port(final int number) {
        return new Scope.OfPort(Sample.portId(number));
    }
}
