/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.flow.Meter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opendaylight.yang.gen.v1.urn.opendaylight.experimenter.mp.message.service.rev151020.SendExperimenterMpRequestInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.experimenter.mp.message.service.rev151020.SendExperimenterMpRequestOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.meter.config.stats.reply.MeterConfigStats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads TenantNet's meters from one switch, see {@link MeterKind}. */
final class MeterReader {
    private static final Logger LOG = LoggerFactory.getLogger(MeterReader.class);

    private final OpenFlowRpcs rpcs;
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
        this.rpcs = requireNonNull(rpcs);
        this.node = requireNonNull(node);
        this.patience = requireNonNull(patience);
    }

    /**
     * Reads the meters by their ids, empty where one says what none of TenantNet's says; none from a switch that says that it
     * has no meters at all.
     */
    CompletableFuture<Map<Integer, Optional<Meter>>> read() {
        return patience.limited(Answers.value(rpcs.experimenters().sendExperimenterMpRequest(
                new SendExperimenterMpRequestInputBuilder().setNode(node)
                    .setExperimenterMessageOfChoice(MeterQuestion.INSTANCE).build()))
            .thenCompose(output -> output.nonnullExperimenterCoreMessageItem().isEmpty()
                ? CompletableFuture.<Map<Integer, Optional<Meter>>>failedFuture(new SwitchException("no answer of that kind"))
                : CompletableFuture.completedFuture(meters(output)))
            .exceptionally(failure -> {
                LOG.warn("The meters of {} could not be read: {}", node.getValue(), failure.getMessage());
                return Map.of();
            }));
    }

    private static Map<Integer, Optional<Meter>> meters(final SendExperimenterMpRequestOutput output) {
        return output.nonnullExperimenterCoreMessageItem().stream()
            .flatMap(item -> item.getExperimenterMessageOfChoice() instanceof MeterAnswer.Content content
                ? content.meters().stream() : Stream.<MeterConfigStats>empty())
            .filter(meter -> Meter.isOurs(id(meter)))
            .collect(Collectors.toMap(MeterReader::id, MeterMessages::meter, (one, other) -> other));
    }

    private static int id(final MeterConfigStats meter) {
        return meter.getMeterId().getValue().intValue();
    }
}
