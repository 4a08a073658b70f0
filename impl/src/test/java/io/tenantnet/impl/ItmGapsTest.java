/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.engine.VirtualTasks;
import io.tenantnet.impl.model.HostInterface;
import io.tenantnet.impl.model.HostInterface.TunnelPeer;
import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.resolve.Resolver;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ItmGapsTest {
    private static final Duration BLINK = Duration.ofMillis(1);

    private final VirtualTasks tasks = new VirtualTasks();
    private final AtomicInteger changes = new AtomicInteger();
    private final ItmGaps gaps = new ItmGaps(changes::incrementAndGet, tasks);

    private void tell(final Sample sample) {
        final var model = sample.build();
        gaps.changed(model, Resolver.resolve(model), Map.of());
        tasks.runAll();
    }

    private void assertWanted(final String hostId, final boolean wanted) {
        assertThat(gaps.areWanted(hostId, NetworkType.VXLAN, false)).as("made").isEqualTo(wanted);
        assertThat(gaps.areWanted(hostId, NetworkType.VXLAN, true)).as("kept").isEqualTo(wanted);
    }

    /** A host on which Genius has made a tunnel port to each of these. */
    private static Sample meshed(final Sample sample, final int number, final int... peers) {
        return sample.host(number, IntStream.of(peers).mapToObj(peer -> new HostInterface("tun" + peer,
            OptionalInt.of(10 + peer), Optional.empty(), Optional.of(new TunnelPeer(NetworkType.VXLAN,
                Optional.of(IpAddress.parse("192.0.2." + peer)))), 0)).toArray(HostInterface[]::new));
    }

    /** The gap of the second host closes, and its port goes when the time for that is over. */
    private void assertHandedOver() {
        tell(meshed(meshed(new Sample(), 1, 2), 2, 1));
        tasks.pass(ItmGaps.HANDOVER.minus(BLINK));
        assertWanted("h2", true);
        tasks.pass(BLINK);
        assertWanted("h2", false);
    }

    @Test
    void aPortIsKeptUntilItIsKnownWhetherItIsNeeded() {
        assertThat(gaps.areWanted("h1", NetworkType.VXLAN, true)).isTrue();
        assertThat(gaps.areWanted("h1", NetworkType.VXLAN, false)).isFalse();
        tell(new Sample().host(1));
        assertWanted("h1", false);
    }

    @Test
    void whereOneTunnelIsMissingThereIsAPort() {
        tell(meshed(meshed(meshed(new Sample(), 1, 2, 3), 2, 1, 3), 3, 1));
        assertWanted("h1", false);
        assertWanted("h2", false);
        assertWanted("h3", true);
        assertThat(gaps.areWanted("h3", NetworkType.GRE, true)).as("of another kind").isFalse();
    }

    @Test
    void aPortForAllIsNoneForOne() {
        tell(new Sample().host(1).host(2));
        assertWanted("h1", true);
        assertWanted("h2", true);
    }

    @Test
    void itStaysForAMomentAfterTheLastGapHasClosed() {
        tell(meshed(meshed(new Sample(), 1, 2), 2));
        assertWanted("h2", true);
        assertHandedOver();
        assertThat(changes).hasValue(2);
    }

    @Test
    void itStaysWhereAnotherGapOpensMeanwhile() {
        tell(meshed(meshed(new Sample(), 1, 2), 2));
        tell(meshed(meshed(new Sample(), 1, 2), 2, 1));
        tasks.pass(ItmGaps.HANDOVER.minus(BLINK));
        tell(meshed(meshed(new Sample(), 1, 2), 2));
        tasks.pass(ItmGaps.HANDOVER.multipliedBy(2));
        assertWanted("h2", true);
        assertHandedOver();
    }
}
