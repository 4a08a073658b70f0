/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.opendaylight.yang.gen.v1.urn.opendaylight.experimenter.mp.message.service.rev151020.SendExperimenterMpRequestInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.experimenter.types.rev151020.experimenter.core.message.ExperimenterMessageOfChoice;

/**
 * Asks one switch what {@link MultipartCodec} lets it be asked.
 *
 * @param rpcs sends the questions
 * @param node the switch
 */
record OwnQuestions(OpenFlowRpcs rpcs, NodeRef node) {
    OwnQuestions {
        requireNonNull(rpcs);
        requireNonNull(node);
    }

    /**
     * Asks a question. Fails if the answer is of another kind; a switch that has nothing to say answers with a part that is
     * empty.
     *
     * @param question the question
     * @param kind     the class of the answer's parts
     */
    <A> CompletableFuture<List<A>> ask(final ExperimenterMessageOfChoice question, final Class<A> kind) {
        return Answers.value(rpcs.experimenters().sendExperimenterMpRequest(new SendExperimenterMpRequestInputBuilder()
                .setNode(node).setExperimenterMessageOfChoice(question).build()))
            .thenCompose(output -> output.nonnullExperimenterCoreMessageItem().isEmpty()
                ? CompletableFuture.failedFuture(new SwitchException("no answer of that kind"))
                : CompletableFuture.completedFuture(output.nonnullExperimenterCoreMessageItem().stream()
                    .map(item -> item.getExperimenterMessageOfChoice()).filter(kind::isInstance).map(kind::cast).toList()));
    }
}
