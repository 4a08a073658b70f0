/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Resolving step by step leads to what resolving the last model from scratch leads to. */
class ResolutionPropertyTest {
    private static final int STEPS = 60;
    private static final String PATCHED = "patched";

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void everyStepIsAsFromScratch(@ForAll final long seed) {
        final var world = new WildCloud(new Random(seed));
        var resolution = Resolution.EMPTY;
        var former = resolution.resolved();
        for (int step = 0; step < STEPS; step++) {
            final var model = world.next();
            final var next = resolution.next(model);
            final var fromScratch = Resolver.resolve(model);
            assertThat(next.resolved()).as("step %s", step).isEqualTo(fromScratch);
            assertThat(Changes.between(resolution.resolved(), next.resolved()))
                .isEqualTo(Changes.between(former, fromScratch));
            former = fromScratch;
            Statistics.collect(next.ground() == resolution.ground() ? PATCHED : "from scratch");
            resolution = next;
        }
        Statistics.coverage(coverage -> coverage.check(PATCHED).percentage(percent -> percent > 30));
    }
}
