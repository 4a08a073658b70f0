/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.FoundFlow;
import io.tenantnet.impl.flow.Cookies;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.GetAggregateFlowStatisticsFromFlowTableForGivenMatchInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.GetAggregateFlowStatisticsFromFlowTableForGivenMatchOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;

/** Reads TenantNet's flows from one switch (OpenFlow 1.3.5 sections 7.3.5.2 and 7.3.5.3), see {@link FlowKind}. */
final class FlowReader {
    private final OpenFlowRpcs rpcs;
    private final NodeRef node;
    private final OwnQuestions questions;
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
        questions = new OwnQuestions(rpcs, node);
        this.executor = requireNonNull(executor);
        this.patience = requireNonNull(patience);
    }

    /** Reads the flows; all that carry TenantNet's mark, or the future fails. */
    CompletableFuture<List<FoundFlow>> read() {
        return CompletableFuture.supplyAsync(() -> patience.limited(questions.ask(FlowQuestion.INSTANCE, FlowAnswer.class)),
                executor)
            .thenCompose(answer -> answer)
            .thenApplyAsync(answers -> answers.stream().flatMap(answer -> answer.flows().stream()).toList(), executor);
    }

    /** Counts the flows that carry TenantNet's mark. */
    CompletableFuture<Long> count() {
        return patience.limited(Answers.value(rpcs.counting().getAggregateFlowStatisticsFromFlowTableForGivenMatch(
                new GetAggregateFlowStatisticsFromFlowTableForGivenMatchInputBuilder().setNode(node)
                    .setCookie(FlowMessages.cookie(Cookies.OWNER))
                    .setCookieMask(FlowMessages.cookie(Cookies.OWNER_MASK)).build())))
            .thenApplyAsync(FlowReader::count, executor);
    }

    private static long count(final GetAggregateFlowStatisticsFromFlowTableForGivenMatchOutput output) {
        return output.nonnullAggregatedFlowStatistics().stream()
            .mapToLong(part -> part.getFlowCount().getValue().toJava())
            .sum();
    }
}
