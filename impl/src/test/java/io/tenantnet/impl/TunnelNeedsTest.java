/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.model.Network;
import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.resolve.Resolver;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TunnelNeedsTest {
    private final AtomicInteger changes = new AtomicInteger();
    private final TunnelNeeds needs = new TunnelNeeds(changes::incrementAndGet);

    private static Sample gre(final int network) {
        return new Sample().network(new Network(Sample.networkId(network), NetworkType.GRE, Optional.empty(),
            OptionalInt.of(7), true, true, 1450, false));
    }

    private void tell(final Sample sample) {
        final var model = sample.build();
        needs.changed(model, Resolver.resolve(model), Map.of());
    }

    private void assertWanted(final String hostId, final NetworkType type, final boolean made, final boolean kept) {
        assertThat(needs.areWanted(hostId, type, false)).as("made").isEqualTo(made);
        assertThat(needs.areWanted(hostId, type, true)).as("kept").isEqualTo(kept);
    }

    @Test
    void portsAreMadeWhereTheyAreUsedAndStayWhileThereAreSuchNetworks() {
        assertWanted("h1", NetworkType.GRE, false, true);
        tell(gre(1).port(1, 1).host(1, Sample.tap(1)).host(2));
        assertWanted("h1", NetworkType.GRE, true, true);
        assertWanted("h2", NetworkType.GRE, false, true);
        assertWanted("h1", NetworkType.GENEVE, false, false);
        tell(gre(1).port(1, 1).host(1).host(2, Sample.tap(1)));
        assertWanted("h1", NetworkType.GRE, false, true);
        assertWanted("h2", NetworkType.GRE, true, true);
        tell(new Sample().host(1).host(2));
        assertWanted("h2", NetworkType.GRE, false, false);
        assertThat(changes).hasValue(3);
        tell(new Sample().host(1));
        assertThat(changes).as("nothing has changed").hasValue(3);
    }
}
