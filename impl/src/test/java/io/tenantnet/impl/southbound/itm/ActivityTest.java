/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ActivityTest {
    private final Activity activity = new Activity();

    @Test
    void aLockMeansWork() {
        assertThat(activity.isGoingOn(Set.of(), 0)).isFalse();
        assertThat(activity.isGoingOn(Set.of("a"), 1)).isTrue();
        assertThat(activity.isGoingOn(Set.of(), 2)).isFalse();
    }

    @Test
    void aLockThatStaysIsNoWork() {
        activity.isGoingOn(Set.of("a"), 0);
        assertThat(activity.isGoingOn(Set.of("a"), Activity.STUCK - 1)).isTrue();
        assertThat(activity.isGoingOn(Set.of("a"), Activity.STUCK)).isFalse();
        assertThat(activity.isGoingOn(Set.of("a", "b"), Activity.STUCK)).isTrue();
    }

    @Test
    void workThatDoesNotEndIsNotWaitedForForEver() {
        int lock = 0;
        for (long now = 0; now < Activity.LIMIT; now += 1000) {
            assertThat(activity.isGoingOn(Set.of("lock" + lock++), now)).isTrue();
        }
        assertThat(activity.isGoingOn(Set.of("lock" + lock++), Activity.LIMIT)).isFalse();
        assertThat(activity.isGoingOn(Set.of("lock" + lock), Activity.LIMIT + 1000)).isTrue();
    }
}
