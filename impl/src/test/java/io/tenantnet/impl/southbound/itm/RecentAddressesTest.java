/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.net.IpAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecentAddressesTest {
    private static final IpAddress ADDRESS = IpAddress.parse("192.0.2.1");
    private static final MeshView NOTHING = new MeshView(Map.of(), Map.of(), Map.of(), Set.of());

    private final RecentAddresses recent = new RecentAddresses();

    @Test
    void anAddressThatWasNeverThereCanBeUsed() {
        recent.note(NOTHING, 0);
        assertThat(recent.usable(Map.of(1L, ADDRESS))).containsKey(1L);
    }

    @Test
    void anAddressThatWasInTheZoneRests() {
        recent.note(new MeshView(Map.of(1L, Optional.of(ADDRESS)), Map.of(), Map.of(), Set.of()), 0);
        rests();
    }

    @Test
    void anAddressThatWasAnEndpointRests() {
        recent.note(new MeshView(Map.of(), Map.of(1L, Set.of(ADDRESS)), Map.of(), Set.of()), 0);
        rests();
    }

    private void rests() {
        recent.note(NOTHING, RecentAddresses.REST - 1);
        assertThat(recent.usable(Map.of(2L, ADDRESS))).isEmpty();
        recent.note(NOTHING, RecentAddresses.REST);
        assertThat(recent.usable(Map.of(2L, ADDRESS))).containsKey(2L);
    }
}
