/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Meter;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The meters that flows name, between {@link DeltaTracker} and a switch. */
class MetersTest {
    private static final Scope ONE = new Scope.OfPort(Sample.portId(1));
    private static final Scope OTHER = new Scope.OfPort(Sample.portId(2));
    private static final Meter SLOW = meter(1, 10);
    private static final Meter FAST = meter(1, 20);

    private final Map<Scope, List<Flow>> wanted = new HashMap<>();
    private DeltaTracker tracker = new DeltaTracker();
    private VirtualSwitch br = new VirtualSwitch();

    @BeforeEach
    void prepare() {
        wanted.clear();
        tracker = new DeltaTracker();
        br = new VirtualSwitch();
    }

    @Test
    void aMeterComesBeforeItsFlowsAndGoesAfterThem() {
        final var flow = flow(1, SLOW, ONE);
        want(ONE, flow);
        assertThat(tracker.pending()).containsExactly(new SwitchChange.PutMeter(SLOW), new SwitchChange.Put(flow));
        send();
        assertThat(br.meters).containsOnlyKeys(SLOW.id());
        want(ONE);
        assertThat(tracker.pending()).containsExactly(new SwitchChange.Remove(flow),
            new SwitchChange.RemoveMeter(SLOW.id()));
        send();
        assertThat(br.meters).isEmpty();
    }

    @Test
    void aMeterThatChangesIsMadeAnewWithItsFlows() {
        want(ONE, flow(1, SLOW, ONE), flow(2, SLOW, ONE));
        send();
        want(ONE, flow(1, FAST, ONE), flow(2, FAST, ONE));
        send();
        assertThat(tracker.pending()).isEmpty();
        assertThat(br.meters).containsValue(FAST);
        assertThat(br.table).hasSize(2);
    }

    @Test
    void aMeterStaysForTheFlowsThatAreLeft() {
        want(ONE, flow(1, SLOW, ONE), flow(2, SLOW, ONE));
        send();
        want(ONE, flow(2, SLOW, ONE));
        assertThat(tracker.pending()).containsExactly(new SwitchChange.Remove(flow(1, SLOW, ONE)));
    }

    @Test
    void ofAPortsMetersThatOfItsSuccessorCounts() {
        want(ONE, flow(1, SLOW, ONE), flow(2, SLOW, ONE));
        send();
        want(OTHER, flow(1, FAST, OTHER));
        send();
        want(ONE);
        sendUntilDone();
        assertThat(br.meters).containsValue(FAST);
        assertThat(br.table.values()).containsExactly(flow(1, FAST, OTHER));
    }

    @Test
    void aMeterIsRecognised() {
        final var flow = flow(1, SLOW, ONE);
        want(ONE, flow);
        send();
        restart();
        want(ONE, flow);
        read();
        assertThat(tracker.pending()).isEmpty();
        restart();
        want(ONE, flow(1, FAST, ONE));
        read();
        sendUntilDone();
        assertThat(br.meters).containsValue(FAST);
        assertThat(br.table.values()).containsExactly(flow(1, FAST, ONE));
    }

    @Test
    void aMeterThatSaysSomethingElseIsMadeAnewWithItsFlows() {
        final var flow = flow(1, SLOW, ONE);
        want(ONE, flow);
        send();
        br.meters.put(SLOW.id(), FAST);
        restart();
        want(ONE, flow);
        read();
        assertThat(tracker.pending()).containsExactly(new SwitchChange.PutMeter(SLOW));
        sendUntilDone();
        assertThat(br.meters).containsValue(SLOW);
        assertThat(br.table.values()).containsExactly(flow);
    }

    @Test
    void whatSomebodyElseDidToMetersIsPutRight() {
        final var flow = flow(1, SLOW, ONE);
        want(ONE, flow);
        send();
        assertThat(drift().size()).isZero();
        final var foreign = meter(7, 10);
        br.meters.put(foreign.id(), foreign);
        br.meters.put(SLOW.id(), FAST);
        final var drift = drift();
        assertThat(drift.size()).isEqualTo(2);
        tracker.take(drift);
        assertThat(tracker.pending()).containsExactly(new SwitchChange.PutMeter(SLOW),
            new SwitchChange.RemoveMeter(foreign.id()));
        sendUntilDone();
        assertThat(br.meters).isEqualTo(Map.of(SLOW.id(), SLOW));
        br.restart();
        tracker.take(drift());
        sendUntilDone();
        assertThat(br.meters).isEqualTo(Map.of(SLOW.id(), SLOW));
        assertThat(br.table.values()).containsExactly(flow);
    }

    @Test
    void aMeterThatNobodyNamesIsSurplus() {
        br.meters.put(SLOW.id(), SLOW);
        read();
        assertThat(tracker.hasSurplus()).isTrue();
        assertThat(tracker.pending()).containsExactly(new SwitchChange.RemoveMeter(SLOW.id()));
        send();
        assertThat(tracker.hasSurplus()).isFalse();
    }

    @Test
    void whereMetersAreRefusedTheOtherFlowsAreNot() {
        br.refuses = change -> change instanceof SwitchChange.PutMeter;
        final var plain = flow(2, null, OTHER);
        want(ONE, flow(1, SLOW, ONE));
        want(OTHER, plain);
        send();
        assertThat(br.table.values()).containsExactly(plain);
        assertThat(tracker.unconfirmed()).containsExactly(ONE);
        assertThat(tracker.refused().get(0).change()).isEqualTo(new SwitchChange.PutMeter(SLOW));
        assertThat(tracker.refusedScopes()).isEqualTo(Map.of(ONE, "a meter: table full"));
        assertThat(tracker.pending()).isEmpty();
        br.refuses = change -> false;
        tracker.retryRefused();
        send();
        assertThat(br.table).hasSize(2);
        assertThat(tracker.refused()).isEmpty();
    }

    @Test
    void aFlowThatIsRefusedWhileItsMeterIsToBeSentAgainComesAsSoonAsThatIsThere() {
        br.refuses = change -> change instanceof SwitchChange.PutMeter;
        want(ONE, flow(1, SLOW, ONE));
        send();
        br.refuses = change -> false;
        want(OTHER, flow(3, SLOW, OTHER));
        final var underWay = tracker.pending();
        tracker.retryRefused();
        tracker.confirm(underWay, take(underWay));
        sendUntilDone();
        assertThat(br.table).hasSize(2);
        assertThat(tracker.refused()).isEmpty();
    }

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void aSwitchEndsWithWhatIsWanted(@ForAll final int seed) {
        prepare();
        final var random = new Random(seed);
        for (int step = 0; step < 30; step++) {
            final int half = random.nextInt(4);
            br.refuses = change -> Math.floorMod(change.toString().hashCode(), 2) == half;
            wantAnything(random);
            if (random.nextInt(10) == 0) {
                br.restart();
                read();
            } else if (random.nextInt(10) == 0) {
                read();
            }
            final var underWay = tracker.pending();
            final var refusals = take(underWay);
            if (random.nextBoolean()) {
                wantAnything(random);
            }
            tracker.confirm(underWay, refusals);
        }
        br.refuses = change -> false;
        tracker.retryRefused();
        sendUntilDone();
        final Map<Integer, Meter> meters = new HashMap<>();
        br.table.values().forEach(flow -> flow.instructions().meter().ifPresent(meter -> meters.put(meter.id(), meter)));
        assertThat(br.meters).isEqualTo(meters);
        assertThat(Set.copyOf(br.table.values())).isEqualTo(Set.copyOf(wanted.values().stream()
            .flatMap(List::stream).toList()));
    }

    /** A scope's flows all name its one meter, in one of two forms, or some none; meters are the scope's own. */
    private void wantAnything(final Random random) {
        final int number = random.nextInt(2);
        final var scope = number == 0 ? ONE : OTHER;
        final var its = meter(number, random.nextInt(1, 3));
        final var flows = IntStream.range(0, 3).filter(key -> random.nextBoolean())
            .mapToObj(key -> flow(10 * number + key, random.nextInt(4) == 0 ? null : its, scope)).toList();
        wanted.put(scope, flows);
        tracker.want(Map.of(scope, flows));
    }

    private void want(final Scope scope, final Flow... flows) {
        tracker.want(Map.of(scope, List.of(flows)));
    }

    private void send() {
        final var changes = tracker.pending();
        tracker.confirm(changes, take(changes));
    }

    private void sendUntilDone() {
        for (int i = 0; i < 5 && !tracker.pending().isEmpty(); i++) {
            send();
        }
        assertThat(tracker.pending()).isEmpty();
    }

    private List<Refusal> take(final List<SwitchChange> changes) {
        final var line = br.connect();
        final var confirmed = line.apply(changes);
        line.answer();
        return confirmed.join();
    }

    private void read() {
        tracker.replaceInstalled(content());
    }

    private Drift drift() {
        return Drift.between(tracker.installed(), tracker.meters(), Map.of(), content(), Set.of());
    }

    private SwitchContent content() {
        final var line = br.connect();
        final var content = line.read();
        line.answer();
        return content.join();
    }

    private void restart() {
        tracker = new DeltaTracker();
    }

    private static Meter meter(final int port, final int rate) {
        return Meter.of(Meter.Use.EGRESS_BANDWIDTH, port, Meter.Unit.KBPS, rate, 1);
    }

    private static Flow flow(final int number, final Meter meter, final Scope origin) {
        final var next = Instructions.goTo(Table.SOURCE_CHECK);
        return new Flow(Table.CLASSIFIER, 1, Match.ANY.with(Field.IN_PORT, number),
            meter == null ? next : next.metered(meter), origin);
    }
}
