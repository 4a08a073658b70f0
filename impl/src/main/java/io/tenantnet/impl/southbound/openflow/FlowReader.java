/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.InstalledFlow;
import io.tenantnet.impl.flow.Cookies;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.opendaylight.yang.gen.v1.urn.opendaylight.direct.statistics.rev160511.GetFlowStatisticsInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.direct.statistics.rev160511.GetFlowStatisticsOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.GetAggregateFlowStatisticsFromFlowTableForGivenMatchInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.GetAggregateFlowStatisticsFromFlowTableForGivenMatchOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.FlowCookie;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;

/**
 * Reads TenantNet's flows from one switch (OpenFlow 1.3.5 sections 7.3.5.2 and 7.3.5.3). OpenFlowPlugin drops the whole
 * message, some hundred flows, in which it fails to decode one, and says nothing; so the switch is asked how many there
 * are as well.
 */
final class FlowReader {
    private static final FlowCookie OWNER = FlowMessages.cookie(Cookies.OWNER);
    private static final FlowCookie OWNER_MASK = FlowMessages.cookie(Cookies.OWNER_MASK);
    private static final int ATTEMPTS = 2;

    private final OpenFlowRpcs rpcs;
    private final NodeRef node;
    private final Executor executor;
    private final long timeoutMillis;

    /**
     * A reader for one switch.
     *
     * @param rpcs          sends the requests
     * @param node          the switch
     * @param executor      runs what is to be done with the answers
     * @param timeoutMillis how long to wait for an answer, for OpenFlowPlugin waits for ever
     */
    FlowReader(final OpenFlowRpcs rpcs, final NodeRef node, final Executor executor, final long timeoutMillis) {
        this.rpcs = requireNonNull(rpcs);
        this.node = requireNonNull(node);
        this.executor = requireNonNull(executor);
        this.timeoutMillis = timeoutMillis;
    }

    /** Reads the flows; all that carry TenantNet's mark, or the future fails. */
    CompletableFuture<List<InstalledFlow>> read() {
        return CompletableFuture.supplyAsync(() -> attempt(ATTEMPTS), executor).thenCompose(result -> result);
    }

    private CompletableFuture<List<InstalledFlow>> attempt(final int attempts) {
        return flows().thenCombine(count(), (flows, count) -> flows.size() == count
            ? CompletableFuture.completedFuture(flows)
            : attempts > 1 ? attempt(attempts - 1)
            : CompletableFuture.<List<InstalledFlow>>failedFuture(new SwitchException("The switch holds " + count
                + " flows of TenantNet's but OpenFlowPlugin could read only " + flows.size())))
            .thenCompose(result -> result);
    }

    private CompletableFuture<List<InstalledFlow>> flows() {
        return Answers.value(rpcs.reading().getFlowStatistics(new GetFlowStatisticsInputBuilder()
                .setNode(node).setStoreStats(false).setCookie(OWNER).setCookieMask(OWNER_MASK).build()))
            .orTimeout(timeoutMillis, TimeUnit.MILLISECONDS)
            .thenApplyAsync(FlowReader::flows, executor);
    }

    private CompletableFuture<Long> count() {
        return Answers.value(rpcs.counting().getAggregateFlowStatisticsFromFlowTableForGivenMatch(
                new GetAggregateFlowStatisticsFromFlowTableForGivenMatchInputBuilder()
                    .setNode(node).setCookie(OWNER).setCookieMask(OWNER_MASK).build()))
            .orTimeout(timeoutMillis, TimeUnit.MILLISECONDS)
            .thenApplyAsync(FlowReader::count, executor);
    }

    private static List<InstalledFlow> flows(final GetFlowStatisticsOutput output) {
        return output.nonnullFlowAndStatisticsMapList().stream()
            .map(flow -> new InstalledFlow(flow.getTableId().toJava(), flow.getCookie().getValue().longValue()))
            .toList();
    }

    private static long count(final GetAggregateFlowStatisticsFromFlowTableForGivenMatchOutput output) {
        return output.nonnullAggregatedFlowStatistics().stream()
            .mapToLong(part -> part.getFlowCount().getValue().toJava())
            .sum();
    }
}
