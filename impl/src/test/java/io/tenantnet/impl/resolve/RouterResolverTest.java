/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.Router;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Router n joins networks n and n + 1, and has address 10.{network}.255.{n + 1} there. */
class RouterResolverTest {
    @Test
    void routesAreFollowedOverSeveralRouters() {
        final var resolved = Resolver.resolve(chain().routes(0, "10.9.0.0/16 10.1.255.2")
            .routes(1, "10.9.0.0/16 10.2.255.3", "10.8.0.0/16 10.1.255.1").build());
        assertThat(resolved.problems().routers()).isEmpty();
        // Only h1 has a port in network 0 or 1, and only h2 in network 3.
        assertThat(relays(resolved, 0)).isEqualTo(Map.of(Sample.networkId(1), Set.of("h1")));
        assertThat(relays(resolved, 1)).isEqualTo(Map.of(Sample.networkId(1), Set.of("h1")));
        assertThat(relays(resolved, 2)).isEqualTo(Map.of(Sample.networkId(2), Set.of("h1")));
        assertThat(resolved.networks().get(Sample.networkId(3)).routedFrom()).containsExactlyInAnyOrder("h1", "h2");
        assertThat(resolved.networks().get(Sample.networkId(0)).routedFrom()).containsExactly("h1");
        assertThat(resolved.networks().get(Sample.networkId(2)).ports()).isEmpty();
    }

    @Test
    void aRouteBackMeansTheOtherHostsToo() {
        final var resolved = Resolver.resolve(chain().routes(2, "0.0.0.0/0 10.2.255.2")
            .routes(1, "0.0.0.0/0 10.1.255.1").build());
        assertThat(relays(resolved, 0)).isEqualTo(Map.of(Sample.networkId(1), Set.of("h2")));
        assertThat(resolved.networks().get(Sample.networkId(0)).routedFrom()).containsExactlyInAnyOrder("h1", "h2");
    }

    @Test
    void withoutRoutesRoutersKnowNothingOfEachOther() {
        final var resolved = Resolver.resolve(chain().build());
        assertThat(resolved.routers().values()).allSatisfy(router -> assertThat(router.relays()).isEmpty());
        assertThat(resolved.networks()).doesNotContainKeys(Sample.networkId(1), Sample.networkId(2));
    }

    @Test
    void aNextHopThatIsNoneIsNamed() {
        final var sample = chain();
        assertThat(problem(sample.routes(0, "10.9.0.0/16 10.1.255.1")))
            .isEqualTo("routes 10.9.0.0/16: nexthop 10.1.255.1 is the router's own address");
        assertThat(problem(sample.routes(0, "10.9.0.0/16 10.1.255.77")))
            .isEqualTo("routes 10.9.0.0/16: nexthop 10.1.255.77 is no address of a port");
        assertThat(problem(sample.routes(0, "10.9.0.0/16 10.2.255.3")))
            .isEqualTo("routes 10.9.0.0/16: nexthop 10.2.255.3 is in no connected subnet");
        sample.routes(0, "10.9.0.0/16 10.1.255.2")
            .router(new Router(Sample.routerId(1), false, Optional.empty(), Optional.empty(), List.of()));
        assertThat(problem(sample)).isEqualTo("routes 10.9.0.0/16: nexthop 10.1.255.2 is of router "
            + Sample.routerId(1) + ": admin-state-up is false");
    }

    private static Sample chain() {
        return new Sample().network(0).network(1).network(2).network(3).port(1, 0).port(3, 3)
            .router(0, 0, 1).router(1, 1, 2).router(2, 2, 3).host(1, Sample.tap(1)).host(2, Sample.tap(3));
    }

    private static String problem(final Sample sample) {
        return Resolver.resolve(sample.build()).problems().routers().get(Sample.routerId(0));
    }

    private static Map<?, ?> relays(final Resolved resolved, final int router) {
        return resolved.routers().get(Sample.routerId(router)).relays();
    }
}
