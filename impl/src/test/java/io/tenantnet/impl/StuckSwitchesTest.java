/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.engine.VirtualTasks;
import io.tenantnet.impl.resolve.Resolved;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StuckSwitchesTest {
    private static final String LONG = "tcp:192.0.2.1:6653";
    private static final String SHORT = "tcp:192.0.2.1";
    private static final Duration PATIENCE = StuckSwitches.PATIENCE;
    private static final Duration BLINK = Duration.ofMillis(1);

    private final VirtualTasks tasks = new VirtualTasks();
    private final AtomicInteger changes = new AtomicInteger();
    private final StuckSwitches stuck = new StuckSwitches(changes::incrementAndGet, tasks);

    /** Host h1 says that it is connected so, and h2 is always well. */
    private void tell(final Optional<String> target, final String... heard) {
        final var plain = new Sample().host(1).build().hosts().get("h1");
        final var model = new Sample().host(plain.withOpenFlow(target)).host(2).build();
        final var report = new SwitchReport(1, 1, Set.of(), Optional.empty());
        stuck.changed(model, Resolved.EMPTY, heard.length == 0 ? Map.of("h2", report) : Map.of("h2", report, heard[0], report));
        tasks.runAll();
    }

    @Test
    void aSwitchThatIsHeardOfInTimeIsLeftAlone() {
        tell(Optional.of(LONG));
        tasks.pass(PATIENCE.minus(BLINK));
        tell(Optional.of(LONG), "h1");
        tasks.pass(PATIENCE.multipliedBy(100));
        assertThat(stuck.of("h1")).isEmpty();
        assertThat(changes).hasValue(0);
    }

    @Test
    void aSwitchThatIsNotConnectedIsLeftAlone() {
        tell(Optional.empty());
        tasks.pass(PATIENCE.multipliedBy(100));
        assertThat(changes).hasValue(0);
    }

    @Test
    void aConnectionThatWasOpenedAnewMeanwhileIsWaitedForAgain() {
        tell(Optional.of(LONG));
        tasks.pass(PATIENCE.minus(BLINK));
        tell(Optional.empty());
        tell(Optional.of(LONG));
        tasks.pass(PATIENCE.minus(BLINK));
        assertThat(changes).hasValue(0);
        tasks.pass(BLINK);
        assertThat(stuck.of("h1")).contains(LONG);
        assertThat(stuck.of("h2")).isEmpty();
        assertThat(changes).hasValue(1);
    }

    @Test
    void whatDoesNotHelpIsRepeatedAfterLongerPauses() {
        tell(Optional.of(LONG));
        tasks.pass(PATIENCE);
        assertThat(stuck.of("h1")).contains(LONG);
        tell(Optional.of(SHORT));
        tasks.pass(PATIENCE.multipliedBy(2).minus(BLINK));
        assertThat(changes).hasValue(1);
        tasks.pass(BLINK);
        assertThat(stuck.of("h1")).contains(SHORT);
        tell(Optional.empty());
        tell(Optional.of(LONG));
        tasks.pass(PATIENCE.multipliedBy(4).minus(BLINK));
        assertThat(changes).hasValue(2);
        tasks.pass(BLINK);
        assertThat(stuck.of("h1")).contains(LONG);
    }

    @Test
    void theLongestPauseIsEightMinutes() {
        for (int attempt = 1; attempt <= 10; attempt++) {
            tell(Optional.of(attempt % 2 == 0 ? SHORT : LONG));
            tasks.pass(Duration.ofMinutes(8));
            assertThat(changes).hasValue(attempt);
        }
    }

    @Test
    void onceItIsHeardOfAllIsForgotten() {
        tell(Optional.of(LONG));
        tasks.pass(PATIENCE);
        tell(Optional.of(SHORT));
        tell(Optional.of(SHORT), "h1");
        assertThat(stuck.of("h1")).isEmpty();
        tell(Optional.of(SHORT));
        tasks.pass(PATIENCE);
        assertThat(stuck.of("h1")).contains(SHORT);
    }
}
