/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.flow.Meter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.meter.config.stats.reply.MeterConfigStats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads TenantNet's meters from one switch, see {@link MeterKind}. */
final class MeterReader {
    private static final Logger LOG = LoggerFactory.getLogger(MeterReader.class);

    private final OwnQuestions questions;
    private final NodeRef node;
    private final Patience patience;

    /**
     * A reader for one switch.
     *
     * @param rpcs     sends the requests
     * @param node     the switch
     * @param patience how long to wait for an answer
     */
    MeterReader(final OpenFlowRpcs rpcs, final NodeRef node, final Patience patience) {
        this.node = requireNonNull(node);
        questions = new OwnQuestions(rpcs, node);
        this.patience = requireNonNull(patience);
    }

    /**
     * Reads the meters by their ids, empty where one says what none of TenantNet's says; none from a switch that says that it
     * has no meters at all.
     */
    CompletableFuture<Map<Integer, Optional<Meter>>> read() {
        return patience.limited(questions.ask(MeterQuestion.INSTANCE, MeterAnswer.Content.class)
            .thenApply(MeterReader::meters)
            .exceptionally(failure -> {
                LOG.warn("The meters of {} could not be read: {}", node.getValue(), failure.getMessage());
                return Map.of();
            }));
    }

    private static Map<Integer, Optional<Meter>> meters(final List<MeterAnswer.Content> answers) {
        return answers.stream().flatMap(answer -> answer.meters().stream())
            .filter(meter -> Meter.isOurs(id(meter)))
            .collect(Collectors.toMap(MeterReader::id, MeterMessages::meter, (one, other) -> other));
    }

    private static int id(final MeterConfigStats meter) {
        return meter.getMeterId().getValue().intValue();
    }
}
