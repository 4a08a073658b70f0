/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.FoundFlow;
import io.tenantnet.impl.engine.InstalledFlow;
import io.tenantnet.impl.flow.Cookies;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.opendaylight.yang.gen.v1.urn.opendaylight.direct.statistics.rev160511.GetFlowStatisticsInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.direct.statistics.rev160511.GetFlowStatisticsOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.GetAggregateFlowStatisticsFromFlowTableForGivenMatchInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.GetAggregateFlowStatisticsFromFlowTableForGivenMatchOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;

/**
 * Reads TenantNet's flows from one switch (OpenFlow 1.3.5 sections 7.3.5.2 and 7.3.5.3).
 *
 * <p>OpenFlowPlugin drops the whole message, some hundred flows, in which it fails to decode one, and says nothing; so the
 * switch is asked how many there are as well. And for each flow that it reads with a match of Open vSwitch's own it searches
 * through all that it has seen, on the thread that also has to answer the switch's echo requests; so the flows are read in
 * slices, by the first bits of the hash in their cookies.
 */
final class FlowReader {
    /** How many flows a slice is to have, about. */
    static final int SLICE = 1_000;
    private static final int HASH_BITS = Long.numberOfTrailingZeros(Cookies.OWNER_MASK);
    private static final int ATTEMPTS = 2;

    private final OpenFlowRpcs rpcs;
    private final NodeRef node;
    private final Executor executor;
    private final Patience patience;

    /**
     * A reader for one switch.
     *
     * @param rpcs          sends the requests
     * @param node          the switch
     * @param executor      runs what is to be done with the answers
     * @param patience      how long to wait for an answer
     */
    FlowReader(final OpenFlowRpcs rpcs, final NodeRef node, final Executor executor,
            final Patience patience) {
        this.rpcs = requireNonNull(rpcs);
        this.node = requireNonNull(node);
        this.executor = requireNonNull(executor);
        this.patience = requireNonNull(patience);
    }

    /** Reads the flows; all that carry TenantNet's mark, or the future fails. */
    CompletableFuture<List<FoundFlow>> read() {
        return CompletableFuture.supplyAsync(() -> attempt(ATTEMPTS), executor).thenCompose(result -> result);
    }

    private CompletableFuture<List<FoundFlow>> attempt(final int attempts) {
        return count().thenCompose(count -> slices(count).thenCompose(flows -> flows.size() == count
            ? CompletableFuture.completedFuture(flows)
            : attempts > 1 ? attempt(attempts - 1)
            : CompletableFuture.failedFuture(new SwitchException("The switch holds " + count
                + " flows of TenantNet's but OpenFlowPlugin could read only " + flows.size()))));
    }

    private CompletableFuture<List<FoundFlow>> slices(final long count) {
        final int bits = Long.SIZE - Long.numberOfLeadingZeros((count - 1) / SLICE);
        final int shift = HASH_BITS - bits;
        final long mask = -1L << shift;
        var all = CompletableFuture.<List<FoundFlow>>completedFuture(new ArrayList<>((int) count));
        for (long slice = 0; slice < 1L << bits; slice++) {
            final long cookie = Cookies.OWNER | slice << shift;
            all = all.thenCompose(flows -> flows(cookie, mask).thenApply(more -> {
                flows.addAll(more);
                return flows;
            }));
        }
        return all;
    }

    private CompletableFuture<List<FoundFlow>> flows(final long cookie, final long mask) {
        return patience.limited(Answers.value(rpcs.reading().getFlowStatistics(new GetFlowStatisticsInputBuilder()
                .setNode(node).setStoreStats(false)
                .setCookie(FlowMessages.cookie(cookie)).setCookieMask(FlowMessages.cookie(mask)).build())))
            .thenApplyAsync(FlowReader::flows, executor);
    }

    /** Counts the flows that carry TenantNet's mark. */
    CompletableFuture<Long> count() {
        return patience.limited(Answers.value(rpcs.counting().getAggregateFlowStatisticsFromFlowTableForGivenMatch(
                new GetAggregateFlowStatisticsFromFlowTableForGivenMatchInputBuilder().setNode(node)
                    .setCookie(FlowMessages.cookie(Cookies.OWNER))
                    .setCookieMask(FlowMessages.cookie(Cookies.OWNER_MASK)).build())))
            .thenApplyAsync(FlowReader::count, executor);
    }

    private static List<FoundFlow> flows(final GetFlowStatisticsOutput output) {
        return output.nonnullFlowAndStatisticsMapList().stream()
            .map(flow -> new FoundFlow(
                new InstalledFlow(flow.getTableId().toJava(), flow.getCookie().getValue().longValue()),
                Objects.hash(flow.getPriority(), flow.getMatch(), flow.getInstructions(), flow.getFlags(),
                    flow.getIdleTimeout(), flow.getHardTimeout())))
            .toList();
    }

    private static long count(final GetAggregateFlowStatisticsFromFlowTableForGivenMatchOutput output) {
        return output.nonnullAggregatedFlowStatistics().stream()
            .mapToLong(part -> part.getFlowCount().getValue().toJava())
            .sum();
    }
}
