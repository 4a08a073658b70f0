/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.allocate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.Network;
import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.model.Settings;
import io.tenantnet.impl.model.TenantModel;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AllocationPlanTest {
    @Test
    void theLowestFreeIdentifiersAreGiven() {
        final var plan = AllocationPlan.ofNetworks(model(100, 199, asking(1), asking(2), having(3, 101)), Map.of());
        assertThat(plan.given()).isEqualTo(Map.of(Sample.networkId(1), 100, Sample.networkId(2), 102));
    }

    @Test
    void whatWasGivenIsKeptEvenOutsideTheRange() {
        final var plan = AllocationPlan.ofNetworks(model(100, 199, asking(1)), Map.of(Sample.networkId(1), 77));
        assertThat(plan.isEmpty()).isTrue();
    }

    @Test
    void aNetworkThatIsGoneOrNowAsksGivesItsIdentifierBack() {
        final var plan = AllocationPlan.ofNetworks(model(100, 199, having(1, 7)),
            Map.of(Sample.networkId(1), 100, Sample.networkId(2), 101));
        assertThat(plan.returned()).isEqualTo(Set.of(Sample.networkId(1), Sample.networkId(2)));
        assertThat(plan.applyTo(Map.of(Sample.networkId(1), 100, Sample.networkId(2), 101))).isEmpty();
    }

    @Test
    void oneThatLosesItsIdentifierToAnotherIsGivenANewOne() {
        final var plan = AllocationPlan.ofNetworks(model(100, 199, asking(1), having(2, 100)),
            Map.of(Sample.networkId(1), 100));
        assertThat(plan.applyTo(Map.of(Sample.networkId(1), 100))).isEqualTo(Map.of(Sample.networkId(1), 101));
    }

    @Test
    void nothingIsGivenBeyondTheRange() {
        final var plan = AllocationPlan.ofNetworks(model(100, 100, asking(1), asking(2)), Map.of());
        assertThat(plan.given()).isEqualTo(Map.of(Sample.networkId(1), 100));
    }

    private static Network asking(final int number) {
        return Sample.vxlan(number, OptionalInt.empty());
    }

    private static Network having(final int number, final int vni) {
        return Sample.vxlan(number, OptionalInt.of(vni));
    }

    private static TenantModel model(final int first, final int last, final Network... networks) {
        final var sample = new Sample();
        for (final var network : networks) {
            sample.network(network);
        }
        final var tenant = sample.build().tenant();
        return new TenantModel(new Settings(first, last, Duration.ofSeconds(1), Settings.DEFAULT.mode()),
            tenant.networks(), tenant.subnets(), tenant.ports(), tenant.trunks(), tenant.l3(),
            tenant.security(), tenant.gateways(), tenant.qosPolicies(), tenant.allocations());
    }
}
