/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import java.util.List;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.MeterConfigStatsReply;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.meter.config.stats.reply.MeterConfigStats;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.experimenter.types.rev151020.experimenter.core.message.ExperimenterMessageOfChoice;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.experimenter.types.rev151020.multipart.reply.multipart.reply.body.MultipartReplyExperimenter;
import org.opendaylight.yangtools.yang.binding.Augmentation;

/**
 * The configuration of meters, as OpenFlowPlugin's own polling takes it and, beside that, as the answer to a request of an
 * experimenter's, which is the only kind of answer that it hands to others.
 *
 * @param content the meters
 */
record MeterAnswer(Content content) implements MultipartReplyExperimenter, MeterConfigStatsReply {
    /**
     * What is handed on.
     *
     * @param meters the meters
     */
    record Content(List<MeterConfigStats> meters) implements ExperimenterMessageOfChoice {
        Content {
            meters = List.copyOf(meters);
        }

        @Override
        public Class<Content> implementedInterface() {
            return Content.class;
        }
    }

    @Override
    public List<MeterConfigStats> getMeterConfigStats() {
        return content.meters();
    }

    @Override
    public ExperimenterMessageOfChoice getExperimenterMessageOfChoice() {
        return content;
    }

    /** The two interfaces name two classes, each of itself alone: no type but this says both. */
    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Class implementedInterface() {
        return MultipartReplyExperimenter.class;
    }

    @Override
    public <A extends Augmentation<MultipartReplyExperimenter>> A augmentation(final Class<A> type) {
        return null;
    }
}
