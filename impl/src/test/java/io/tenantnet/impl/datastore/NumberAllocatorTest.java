/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.engine.VirtualTasks;
import io.tenantnet.impl.model.TenantModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberAllocatorTest {
    private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(1);
    private static final int FIRST = 100_000;

    private final MemoryStore store = MemoryStore.create();
    private final VirtualTasks tasks = new VirtualTasks();
    private final List<TenantModel> heard = new ArrayList<>();
    private final NumberAllocator allocator = new NumberAllocator(new SegmentationIds(), store.broker(), tasks, heard::add);

    @Test
    void theModelIsPassedOnAtOnceAndAgainWithItsIdentifiers() {
        want(1);
        assertThat(heard).hasSize(2);
        assertThat(heard.get(0).allocations()).isEmpty();
        assertThat(last()).isEqualTo(Map.of(Sample.networkId(1), FIRST));
        assertThat(afterARestart()).isEqualTo(last());
    }

    @Test
    void identifiersStayAndAreGivenBack() {
        want(1, 2);
        want(2, 3);
        assertThat(last()).isEqualTo(Map.of(Sample.networkId(2), FIRST + 1, Sample.networkId(3), FIRST));
        assertThat(afterARestart()).isEqualTo(last());
        want();
        assertThat(afterARestart()).isEmpty();
    }

    @Test
    void whatComesWhileIdentifiersAreStoredIsSeenToAfterwards() {
        allocator.changed(model(1));
        allocator.changed(model(2));
        tasks.runAll();
        assertThat(last()).containsOnlyKeys(Sample.networkId(2));
        assertThat(afterARestart()).isEqualTo(last());
    }

    @Test
    void aStoreThatRefusesIsTriedAgain() {
        store.refuseTransactions(true);
        want(1);
        tasks.pass(UNTIL_NEXT_TRY);
        assertThat(last()).isEmpty();
        store.refuseTransactions(false);
        tasks.pass(UNTIL_NEXT_TRY);
        assertThat(last()).containsOnlyKeys(Sample.networkId(1));
        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void whatWasStoredByACommitThatIsSaidToHaveFailedIsKnown() {
        store.failCommits(true);
        want(1);
        store.failCommits(false);
        // The network is gone before the next try: its identifier has to be given back all the same.
        want(2);
        tasks.pass(UNTIL_NEXT_TRY);
        assertThat(last()).containsOnlyKeys(Sample.networkId(2));
        assertThat(afterARestart()).isEqualTo(last());
    }

    @Test
    void routersHaveNumbersOfTheirOwn() {
        final List<TenantModel> routed = new ArrayList<>();
        new NumberAllocator(new RouterNumberKind(), store.broker(), tasks, routed::add)
            .changed(new Sample().router(4).router(5).build().tenant());
        tasks.runAll();
        final var given = routed.get(routed.size() - 1).l3().numbers();
        assertThat(given).isEqualTo(Map.of(Sample.routerId(4), 1, Sample.routerId(5), 2));
        assertThat(new NumberAllocator(new RouterNumberKind(), store.broker(), tasks, tenant -> { }).allocations())
            .isEqualTo(given);
        assertThat(afterARestart()).isEmpty();
    }

    private void want(final int... networks) {
        allocator.changed(model(networks));
        tasks.runAll();
    }

    private static TenantModel model(final int... networks) {
        final var sample = new Sample();
        IntStream.of(networks).forEach(number -> sample.network(Sample.vxlan(number, OptionalInt.empty())));
        return sample.build().tenant();
    }

    private Map<UUID, Integer> last() {
        return heard.get(heard.size() - 1).allocations();
    }

    private Map<UUID, Integer> afterARestart() {
        return new NumberAllocator(new SegmentationIds(), store.getDataBroker(), tasks, tenant -> { }).allocations();
    }
}
