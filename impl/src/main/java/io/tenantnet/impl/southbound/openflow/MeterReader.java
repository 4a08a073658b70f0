/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.flow.Meter;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.opendaylight.yang.gen.v1.urn.opendaylight.direct.statistics.rev160511.GetMeterStatisticsInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.direct.statistics.rev160511.GetMeterStatisticsOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads which of TenantNet's meters one switch has, from the meters' statistics (OpenFlow 1.3.5 section 7.3.5.12).
 * OpenFlowPlugin 0.10 fails to decode the answer that would tell their rates.
 */
final class MeterReader {
    private static final Logger LOG = LoggerFactory.getLogger(MeterReader.class);

    private final OpenFlowRpcs rpcs;
    private final NodeRef node;
    private final Patience patience;

    /**
     * A reader for one switch.
     *
     * @param rpcs          sends the requests
     * @param node          the switch
     * @param patience      how long to wait for an answer
     */
    MeterReader(final OpenFlowRpcs rpcs, final NodeRef node, final Patience patience) {
        this.rpcs = requireNonNull(rpcs);
        this.node = requireNonNull(node);
        this.patience = requireNonNull(patience);
    }

    /** Reads the ids of the meters; none from a switch that says that it has no meters at all. */
    CompletableFuture<Set<Integer>> read() {
        return patience.limited(Answers.value(rpcs.reading().getMeterStatistics(new GetMeterStatisticsInputBuilder()
                .setNode(node).setStoreStats(false).build()))
            .thenApply(MeterReader::ids)
            .exceptionally(failure -> {
                LOG.warn("The meters of {} could not be read: {}", node.getValue(), failure.getMessage());
                return Set.of();
            }));
    }

    private static Set<Integer> ids(final GetMeterStatisticsOutput output) {
        return output.nonnullMeterStats().stream().map(meter -> meter.getMeterId().getValue().intValue())
            .filter(Meter::isOurs).collect(Collectors.toSet());
    }
}
