/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadBudgetTest {
    private static final int RATE = ReadBudget.FLOWS_A_SECOND;

    private final ReadBudget budget = new ReadBudget();
    private final List<String> granted = new ArrayList<>();

    @Test
    void smallSwitchesDoNotWait() {
        ask("one", 10);
        ask("other", 10);
        assertThat(granted).containsExactly("one", "other");
    }

    @Test
    void aLargeSwitchIsMadeUpForBeforeTheNextHasItsTurn() {
        ask("large", 3 * RATE);
        ask("next", 1);
        budget.refill();
        budget.refill();
        assertThat(granted).containsExactly("large");
        budget.refill();
        assertThat(granted).containsExactly("large", "next");
    }

    @Test
    void eachHasItsTurn() {
        for (int round = 0; round < 3; round++) {
            ask("one", RATE);
            ask("other", RATE);
            budget.refill();
            budget.refill();
        }
        assertThat(granted).containsExactly("one", "other", "one", "other", "one", "other");
    }

    @Test
    void whatWasNotUsedIsNotKept() {
        for (int second = 0; second < 10; second++) {
            budget.refill();
        }
        ask("one", RATE);
        ask("other", 1);
        assertThat(granted).containsExactly("one");
    }

    private void ask(final String name, final int flows) {
        budget.request(flows, () -> granted.add(name));
    }
}
