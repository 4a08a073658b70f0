/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.Presence;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GatewayElectionTest {
    private static final int ROUTERS = 1000;

    @Test
    void routersSpreadAndOnlyThoseOfALostHostMove() {
        final var before = elected(Presence.FULL);
        for (int host = 0; host < 5; host++) {
            final var name = "h" + host;
            assertThat(before.values().stream().filter(name::equals).count()).isBetween(150L, 250L);
        }
        final var after = elected(new Presence(Set.of("h3"), Set.of()));
        before.forEach((router, host) -> {
            if (host.equals("h3")) {
                assertThat(after.get(router)).isNotEqualTo("h3");
            } else {
                assertThat(after.get(router)).isEqualTo(host);
            }
        });
    }

    @Test
    void hostsThatAreExpectedKeepTheirRouters() {
        final var sample = sample(4);
        final var election = new GatewayElection(Resolver.resolve(sample.build()).sites().values(),
            new Presence(Set.of(), Set.of("h4")));
        final var before = elected(Presence.FULL);
        before.forEach((router, host) -> assertThat(election.elect(router, "physnet1")).contains(host));
    }

    @Test
    void onlyHostsThatAreJoinedToThePhysicalNetworkAreElected() {
        final var election = new GatewayElection(Resolver.resolve(sample(2).host(7).build()).sites().values(),
            Presence.FULL);
        assertThat(election.elect(new UUID(0, 1), "physnet2")).isEmpty();
        for (int router = 0; router < ROUTERS; router++) {
            assertThat(election.elect(new UUID(router, 1), "physnet1").orElseThrow()).isNotEqualTo("h7");
        }
    }

    private static Sample sample(final int hosts) {
        final var sample = new Sample();
        for (int host = 0; host < hosts; host++) {
            sample.host(host).provider(host, 9);
        }
        return sample;
    }

    private static Map<UUID, String> elected(final Presence presence) {
        final var election = new GatewayElection(Resolver.resolve(sample(5).build()).sites().values(), presence);
        final Map<UUID, String> elected = new HashMap<>();
        for (int router = 0; router < ROUTERS; router++) {
            final var id = new UUID(router, 1);
            elected.put(id, election.elect(id, "physnet1").orElseThrow());
        }
        return elected;
    }
}
