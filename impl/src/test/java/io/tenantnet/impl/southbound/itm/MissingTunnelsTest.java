/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.resolve.Resolver;
import io.tenantnet.impl.southbound.itm.MissingTunnels.Tunnel;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MissingTunnelsTest {
    private static final IpAddress FIRST = IpAddress.parse("192.0.2.1");
    private static final IpAddress SECOND = IpAddress.parse("192.0.2.2");
    private static final Map<Long, IpAddress> WANTED = Map.of(1L, FIRST, 2L, SECOND);

    private static Host host(final String id, final long datapathId, final IpAddress address, final boolean connected) {
        return new Host(id, Optional.empty(), OptionalLong.of(datapathId), Optional.empty(), Optional.of(address),
            Optional.empty(), Map.of(), Map.of(), Map.of(), connected, Optional.empty());
    }

    private static Set<Tunnel> missing(final boolean secondConnected, final Map<Long, Optional<IpAddress>> zone) {
        final var model = new Model(TenantModel.EMPTY,
            Map.of("a", host("a", 1, FIRST, true), "b", host("b", 2, SECOND, secondConnected)));
        return MissingTunnels.find(model, Resolver.resolve(model), WANTED,
            new MeshView(zone, Map.of(), Map.of(), Set.of()));
    }

    @Test
    void bothDirectionsAreMissingWhetherOrNotItmHasJoinedTheVteps() {
        assertThat(missing(true, Map.of(1L, Optional.of(FIRST), 2L, Optional.of(SECOND))))
            .containsExactlyInAnyOrder(new Tunnel(1, 2), new Tunnel(2, 1));
    }

    @Test
    void whatItmWasNotAskedForIsNotMissing() {
        assertThat(missing(true, Map.of(1L, Optional.of(FIRST)))).isEmpty();
    }

    @Test
    void nothingIsMissingWhereNobodyCanBeAsked() {
        assertThat(missing(false, Map.of(1L, Optional.of(FIRST), 2L, Optional.of(SECOND)))).isEmpty();
    }
}
