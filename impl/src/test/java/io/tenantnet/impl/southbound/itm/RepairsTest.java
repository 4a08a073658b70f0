/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.southbound.itm.MissingTunnels.Tunnel;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepairsTest {
    private static final Set<Tunnel> ONE = Set.of(new Tunnel(1, 2));

    private final Repairs repairs = new Repairs();

    @Test
    void aTunnelIsGivenTime() {
        assertThat(repairs.due(ONE, 0)).isEmpty();
        assertThat(repairs.due(ONE, Repairs.PATIENCE - 1)).isEmpty();
        assertThat(repairs.due(ONE, Repairs.PATIENCE)).containsExactly(1L);
    }

    @Test
    void whileOthersComeItIsGivenMore() {
        final var two = Set.of(new Tunnel(1, 2), new Tunnel(3, 4));
        repairs.due(two, 0);
        repairs.due(ONE, Repairs.PATIENCE - 1);
        assertThat(repairs.due(ONE, Repairs.PATIENCE)).isEmpty();
        assertThat(repairs.due(ONE, 2 * Repairs.PATIENCE - 1)).containsExactly(1L);
    }

    @Test
    void butNotForEver() {
        final var missing = new HashSet<Tunnel>();
        for (int peer = 2; peer < 100; peer++) {
            missing.add(new Tunnel(1, peer));
        }
        long now = 0;
        Set<Long> due = repairs.due(missing, now);
        for (int peer = 99; due.isEmpty() && peer > 2; peer--) {
            missing.remove(new Tunnel(1, peer));
            now += 1000;
            due = repairs.due(missing, now);
        }
        assertThat(due).containsExactly(1L);
        assertThat(now).isEqualTo(Repairs.LONG_PATIENCE);
    }

    @Test
    void whileItmIsAtWorkItIsGivenMore() {
        repairs.due(ONE, 0);
        repairs.postpone(Repairs.PATIENCE - 1);
        assertThat(repairs.due(ONE, 2 * Repairs.PATIENCE - 2)).isEmpty();
        assertThat(repairs.due(ONE, 2 * Repairs.PATIENCE - 1)).containsExactly(1L);
    }

    @Test
    void fewVtepsAreRenewed() {
        final var missing = Set.of(new Tunnel(1, 5), new Tunnel(5, 2), new Tunnel(3, 5), new Tunnel(7, 8));
        repairs.due(missing, 0);
        assertThat(repairs.due(missing, Repairs.PATIENCE)).containsExactlyInAnyOrder(5L, 7L);
    }

    @Test
    void repetitionsBecomeRarer() {
        repairs.due(ONE, 0);
        repairs.due(ONE, Repairs.PATIENCE);
        final long second = Repairs.PATIENCE + Repairs.FIRST_PAUSE;
        assertThat(repairs.due(ONE, second - 1)).isEmpty();
        assertThat(repairs.due(ONE, second)).containsExactly(1L);
        assertThat(repairs.due(ONE, second + 2 * Repairs.FIRST_PAUSE - 1)).isEmpty();
        assertThat(repairs.due(ONE, second + 2 * Repairs.FIRST_PAUSE)).containsExactly(1L);
    }

    @Test
    void afterALongTimeOfHealthItIsANewMatter() {
        repairs.due(ONE, 0);
        repairs.due(ONE, Repairs.PATIENCE);
        repairs.due(Set.of(), Repairs.PATIENCE + 1);
        final long later = Repairs.PATIENCE + 2 * Repairs.FIRST_PAUSE;
        repairs.due(ONE, later);
        assertThat(repairs.due(ONE, later + Repairs.PATIENCE)).containsExactly(1L);
        assertThat(repairs.due(ONE, later + Repairs.PATIENCE + Repairs.FIRST_PAUSE)).containsExactly(1L);
    }
}
