/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.net.IpAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeshPlannerTest {
    private static final MeshView NOTHING = new MeshView(Map.of(), Map.of(), Map.of(), Set.of());

    private static IpAddress address(final int number) {
        return IpAddress.parse("192.0.2." + number);
    }

    private static Host host(final String id, final OptionalLong datapathId, final Optional<IpAddress> address) {
        return new Host(id, Optional.empty(), datapathId, Optional.empty(), address, Optional.empty(), Map.of(), Map.of(),
            Map.of(), true, Optional.empty());
    }

    private static Host host(final String id, final long datapathId, final int address) {
        return host(id, OptionalLong.of(datapathId), Optional.of(address(address)));
    }

    /** A zone whose VTEP n has the datapath id n and the address n, and that ITM has joined. */
    private static MeshView joined(final long... dpns) {
        final var zone = new HashMap<Long, Optional<IpAddress>>();
        final var endpoints = new HashMap<Long, Set<IpAddress>>();
        for (final long dpn : dpns) {
            zone.put(dpn, Optional.of(address((int) dpn)));
            endpoints.put(dpn, Set.of(address((int) dpn)));
        }
        return new MeshView(zone, endpoints, Map.of(), Set.of());
    }

    @Test
    void hostsWithBridgeAndAddressAreWanted() {
        assertThat(MeshPlanner.wanted(List.of(host("a", 1, 1), host("b", OptionalLong.empty(), Optional.of(address(2))),
            host("c", OptionalLong.of(3), Optional.empty())))).isEqualTo(Map.of(1L, address(1)));
    }

    @Test
    void ofHostsWithTheSameAddressOrDatapathIdOnlyTheFirstIsWanted() {
        assertThat(MeshPlanner.wanted(List.of(host("b", 2, 1), host("a", 1, 1), host("c", 1, 3))))
            .isEqualTo(Map.of(1L, address(1)));
    }

    @Test
    void aNewHostIsAdded() {
        final var plan = MeshPlanner.plan(Map.of(1L, address(1), 2L, address(2)), Set.of(), joined(1));
        assertThat(plan).isEqualTo(new MeshPlan(Set.of(), Map.of(2L, address(2))));
    }

    @Test
    void whatIsThereIsLeft() {
        assertThat(MeshPlanner.plan(Map.of(1L, address(1)), Set.of(), joined(1)))
            .isEqualTo(new MeshPlan(Set.of(), Map.of()));
    }

    @Test
    void aChangedAddressIsFirstRemovedThenForgottenThenAdded() {
        final var wanted = Map.of(1L, address(7));
        assertThat(MeshPlanner.plan(wanted, Set.of(), joined(1))).isEqualTo(new MeshPlan(Set.of(1L), Map.of()));
        final var forgetting = new MeshView(Map.of(), Map.of(1L, Set.of(address(1))), Map.of(), Set.of());
        assertThat(MeshPlanner.plan(wanted, Set.of(), forgetting)).isEqualTo(new MeshPlan(Set.of(), Map.of()));
        assertThat(MeshPlanner.plan(wanted, Set.of(), NOTHING)).isEqualTo(new MeshPlan(Set.of(), wanted));
    }

    @Test
    void anAddressThatAnotherVtepHasIsNotAddedBeforeThatIsForgotten() {
        final var wanted = Map.of(2L, address(1));
        assertThat(MeshPlanner.plan(wanted, Set.of(), joined(1))).isEqualTo(new MeshPlan(Set.of(1L), Map.of()));
        final var forgetting = new MeshView(Map.of(), Map.of(1L, Set.of(address(1))), Map.of(), Set.of());
        assertThat(MeshPlanner.plan(wanted, Set.of(), forgetting).add()).isEmpty();
    }

    @Test
    void twoHostsMayExchangeTheirAddresses() {
        final var wanted = Map.of(1L, address(2), 2L, address(1));
        assertThat(MeshPlanner.plan(wanted, Set.of(), joined(1, 2)))
            .isEqualTo(new MeshPlan(Set.of(1L, 2L), Map.of()));
        assertThat(MeshPlanner.plan(wanted, Set.of(), NOTHING)).isEqualTo(new MeshPlan(Set.of(), wanted));
    }

    @Test
    void aVtepOfNoHostIsRemovedUnlessItIsSpared() {
        assertThat(MeshPlanner.plan(Map.of(), Set.of(), joined(1)).remove()).containsExactly(1L);
        assertThat(MeshPlanner.plan(Map.of(), Set.of(1L), joined(1)).remove()).isEmpty();
    }

    @Test
    void aSparedVtepIsRemovedWhereAnotherHostHasItsAddress() {
        assertThat(MeshPlanner.plan(Map.of(2L, address(1)), Set.of(1L), joined(1)).remove()).containsExactly(1L);
    }

    @Test
    void aVtepWithoutAddressIsRemoved() {
        final var view = new MeshView(Map.of(1L, Optional.empty()), Map.of(), Map.of(), Set.of());
        assertThat(MeshPlanner.plan(Map.of(1L, address(1)), Set.of(), view)).isEqualTo(
            new MeshPlan(Set.of(1L), Map.of()));
    }

    @Test
    void anEndpointInNoZoneIsAbandoned() {
        final var view = new MeshView(Map.of(1L, Optional.of(address(1))),
            Map.of(1L, Set.of(address(1)), 2L, Set.of(address(2)), 3L, Set.of(address(3))), Map.of(3L, "another"), Set.of());
        assertThat(MeshPlanner.abandoned(view)).containsExactly(2L);
    }
}
