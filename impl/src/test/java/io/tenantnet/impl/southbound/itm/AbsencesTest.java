/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AbsencesTest {
    private final Absences absences = new Absences();

    @Test
    void aVtepIsSparedForAWhile() {
        assertThat(absences.spared(Set.of(1L), 0)).containsExactly(1L);
        assertThat(absences.spared(Set.of(1L), Absences.GRACE - 1)).containsExactly(1L);
        assertThat(absences.spared(Set.of(1L), Absences.GRACE)).isEmpty();
    }

    @Test
    void theWhileBeginsAnewAfterItWasWanted() {
        absences.spared(Set.of(1L), 0);
        absences.spared(Set.of(), 1);
        assertThat(absences.spared(Set.of(1L), Absences.GRACE)).containsExactly(1L);
    }
}
