/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens in whatever order, a switch ends with just the flows that the last model renders to. */
class EnginePropertyTest {
    @Property(edgeCases = EdgeCasesMode.NONE)
    void switchesEndWithWhatRenderingFromScratchSays(@ForAll("histories") final List<SmallCloudEvent> history,
            @ForAll final boolean startsSettled, @ForAll final int seed) {
        final var run = new SmallCloudRun(new Random(seed));
        if (startsSettled) {
            run.engine.settle();
        }
        history.forEach(event -> event.on(run));
        final boolean othersMeddle = history.stream().anyMatch(SmallCloudEvent::isMeddling);
        run.finish(othersMeddle);
        final var fromScratch = run.renderedFromScratch();
        assertThat(run.differences(fromScratch)).isEmpty();
        // Nor does the state say that anything is left to do.
        assertThat(run.reports.keySet()).isEqualTo(fromScratch.keySet());
        fromScratch.forEach((hostId, table) -> assertThat(run.reports.get(hostId))
            .usingRecursiveComparison().ignoringFields("repaired").isEqualTo(new SwitchReport(table.size(), table.size(), Set.of(), Optional.empty())));
        // A flow that was replaced, and whose removal the switch refused, is counted when it is found to be gone.
        if (!othersMeddle && history.stream().noneMatch(SmallCloudEvent.Refuses.class::isInstance)) {
            assertThat(run.reports.values()).allSatisfy(report -> assertThat(report.repaired()).isZero());
        }
        assertThat(run.tasks.waiting()).isZero();
    }

    @Provide
    Arbitrary<List<SmallCloudEvent>> histories() {
        return SmallCloudEvent.any().list().ofMinSize(1).ofMaxSize(40);
    }
}
