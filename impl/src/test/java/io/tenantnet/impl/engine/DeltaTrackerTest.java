/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Stamp;
import io.tenantnet.impl.flow.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeltaTrackerTest {
    private static final Scope ONE = new Scope.OfPort(Sample.portId(1));
    private static final Scope OTHER = new Scope.OfPort(Sample.portId(2));
    private static final Flow A = flow(1, 10, ONE);
    /** Stands where A stands. */
    private static final Flow B = flow(1, 20, ONE);

    private final DeltaTracker tracker = new DeltaTracker();

    @Test
    void whatReplacesIsSentBeforeWhatGoes() {
        hold(A);
        want(B, flow(2, 10, ONE));
        assertThat(tracker.pending()).hasSize(3).last().isEqualTo(new SwitchChange.Remove(A));
    }

    @Test
    void aFlowThatComesBackWhileItsReplacementIsUnderWayIsSentAgain() {
        hold(A);
        want(B);
        final var underWay = tracker.pending();
        want(A);
        tracker.confirm(underWay, List.of());
        assertThat(tracker.pending()).containsExactly(new SwitchChange.Put(A), new SwitchChange.Remove(B));
    }

    @Test
    void aFlowThatComesBackWhileItsRemovalIsRefusedIsSentAgain() {
        hold(A);
        want(B);
        final var underWay = tracker.pending();
        want(A);
        tracker.confirm(underWay, refuse(new SwitchChange.Remove(A)));
        assertThat(tracker.pending()).containsExactly(new SwitchChange.Put(A), new SwitchChange.Remove(B));
    }

    @Test
    void aFlowThatComesBackAfterItsRemovalWasRefusedIsSentAgain() {
        hold(A);
        want(B);
        tracker.confirm(tracker.pending(), refuse(new SwitchChange.Remove(A)));
        want(A);
        assertThat(tracker.pending()).containsExactly(new SwitchChange.Put(A), new SwitchChange.Remove(B));
        want();
        assertThat(tracker.pending()).containsExactlyInAnyOrder(new SwitchChange.Remove(A), new SwitchChange.Remove(B));
    }

    @Test
    void aRefusedRemovalIsNotSentAgainBeforeItsTime() {
        hold(A);
        want();
        tracker.confirm(tracker.pending(), refuse(new SwitchChange.Remove(A)));
        assertThat(tracker.pending()).isEmpty();
        assertThat(tracker.hasSurplus()).isTrue();
        assertThat(tracker.refused()).hasSize(1);
        tracker.retryRefused();
        assertThat(tracker.pending()).containsExactly(new SwitchChange.Remove(A));
        tracker.confirm(tracker.pending(), List.of());
        assertThat(tracker.hasSurplus()).isFalse();
        assertThat(tracker.refused()).isEmpty();
    }

    @Test
    void aRefusedFlowIsNotSentAgainBeforeItsTime() {
        want(A);
        read();
        tracker.confirm(tracker.pending(), refuse(new SwitchChange.Put(A)));
        assertThat(tracker.pending()).isEmpty();
        assertThat(tracker.confirmedCount()).isZero();
        assertThat(tracker.unconfirmed()).containsExactly(ONE);
        tracker.retryRefused();
        assertThat(tracker.pending()).containsExactly(new SwitchChange.Put(A));
        want();
        tracker.retryRefused();
        assertThat(tracker.pending()).isEmpty();
    }

    @Test
    void aFlowThatIsNowThereForAnotherPortIsNotRemoved() {
        final var same = flow(1, 10, OTHER);
        want(A);
        final var underWay = tracker.pending();
        tracker.want(Map.of(ONE, List.of(), OTHER, List.of(same)));
        tracker.confirm(underWay, List.of());
        assertThat(tracker.pending()).isEmpty();
        assertThat(tracker.confirmedCount()).isEqualTo(1);
    }

    @Test
    void aKeyMayPassToAnotherScopeBeforeTheFirstIsRenderedAgain() {
        hold(A);
        final var moved = flow(1, 20, OTHER);
        tracker.want(Map.of(OTHER, List.of(moved)));
        tracker.want(Map.of(ONE, List.of()));
        assertThat(tracker.pending()).containsExactly(new SwitchChange.Put(moved), new SwitchChange.Remove(A));
    }

    @Test
    void whatIsReadAndWantedIsNotSent() {
        want(A);
        read(stamp(A), stamp(B));
        assertThat(tracker.pending()).containsExactly(new SwitchChange.RemoveStray(stamp(B)));
        assertThat(tracker.confirmedCount()).isEqualTo(1);
    }

    @Test
    void aStrayThatIsWantedBeforeItIsRemovedStays() {
        read(stamp(A));
        want(A);
        assertThat(tracker.pending()).isEmpty();
    }

    @Test
    void whatIsReadReplacesAllThatWasKnown() {
        hold(A);
        want(B);
        tracker.confirm(tracker.pending(), refuse(new SwitchChange.Put(B), new SwitchChange.Remove(A)));
        read();
        assertThat(tracker.pending()).containsExactly(new SwitchChange.Put(B));
        assertThat(tracker.refused()).isEmpty();
    }

    private void read(final Stamp... flows) {
        tracker.replaceInstalled(new SwitchContent(Stream.of(flows).map(flow -> new FoundFlow(flow, 0)).toList(),
            Map.of()));
    }

    @Test
    void whatSomebodyElseRemovedIsSentAgain() {
        hold(A);
        tracker.take(new Drift(Set.of(stamp(A)), Set.of(), Set.of(), Set.of(), Map.of()));
        assertThat(tracker.pending()).containsExactly(new SwitchChange.Put(A));
        assertThat(tracker.confirmedCount()).isZero();
    }

    @Test
    void whatSomebodyElseRemovedAndNobodyWantsIsForgotten() {
        hold(A);
        want();
        tracker.take(new Drift(Set.of(stamp(A)), Set.of(), Set.of(), Set.of(), Map.of()));
        assertThat(tracker.pending()).isEmpty();
    }

    @Test
    void whatSomebodyElseAddedIsRemovedUnlessItIsWanted() {
        want(A);
        tracker.confirm(tracker.pending(), refuse(new SwitchChange.Put(A)));
        tracker.take(new Drift(Set.of(), Set.of(stamp(A), stamp(B)), Set.of(), Set.of(), Map.of()));
        assertThat(tracker.pending()).containsExactly(new SwitchChange.RemoveStray(stamp(B)));
        assertThat(tracker.confirmedCount()).isEqualTo(1);
        assertThat(tracker.refused()).isEmpty();
    }

    @Test
    void whatSomebodyElseChangedIsRemovedAndSentAgain() {
        hold(A);
        tracker.take(new Drift(Set.of(), Set.of(), Set.of(stamp(A)), Set.of(), Map.of()));
        final var changes = tracker.pending();
        assertThat(changes).containsExactly(new SwitchChange.RemoveStray(stamp(A)), new SwitchChange.Put(A));
        assertThat(tracker.confirmedCount()).isZero();
        tracker.confirm(changes, List.of());
        assertThat(tracker.pending()).isEmpty();
        assertThat(tracker.confirmedCount()).isEqualTo(1);
    }

    @Test
    void whatSomebodyElseChangedAndNobodyWantsAnyMoreIsRemovedWhateverItSays() {
        hold(A);
        tracker.take(new Drift(Set.of(), Set.of(), Set.of(stamp(A)), Set.of(), Map.of()));
        want();
        assertThat(tracker.pending()).containsExactly(new SwitchChange.RemoveStray(stamp(A)));
    }

    private void want(final Flow... flows) {
        tracker.want(Map.of(ONE, List.of(flows)));
    }

    private void hold(final Flow flow) {
        want(flow);
        tracker.confirm(tracker.pending(), List.of());
    }

    private static List<Refusal> refuse(final SwitchChange... changes) {
        return List.of(changes).stream().map(change -> new Refusal(change, "table full")).toList();
    }

    private static Stamp stamp(final Flow flow) {
        return new Stamp(flow.key().table(), flow.cookie());
    }

    private static Flow flow(final int inPort, final int outPort, final Scope origin) {
        return new Flow(Table.CLASSIFIER, 1, Match.ANY.with(Field.IN_PORT, inPort),
            Instructions.apply(new Action.Output(outPort)), origin);
    }
}
