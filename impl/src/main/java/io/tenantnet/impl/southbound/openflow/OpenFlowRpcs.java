/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static java.util.Objects.requireNonNull;

import org.opendaylight.mdsal.binding.api.RpcConsumerRegistry;
import org.opendaylight.yang.gen.v1.urn.opendaylight.experimenter.mp.message.service.rev151020.SalExperimenterMpMessageService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.SalFlowService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.OpendaylightFlowStatisticsService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.transaction.rev150304.FlowCapableTransactionService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.service.rev130918.SalMeterService;

/**
 * OpenFlowPlugin's services, which serve every switch: each request names its own.
 *
 * @param flows    changes flows
 * @param meters   changes meters
 * @param barriers sends barriers
 * @param counting counts flows
 * @param experimenters sends what OpenFlowPlugin has no service for, and reads flows and meters by that
 */
record OpenFlowRpcs(SalFlowService flows, SalMeterService meters, FlowCapableTransactionService barriers,
        OpendaylightFlowStatisticsService counting, SalExperimenterMpMessageService experimenters) {
    OpenFlowRpcs {
        requireNonNull(flows);
        requireNonNull(meters);
        requireNonNull(barriers);
        requireNonNull(counting);
        requireNonNull(experimenters);
    }

    static OpenFlowRpcs of(final RpcConsumerRegistry registry) {
        return new OpenFlowRpcs(registry.getRpcService(SalFlowService.class),
            registry.getRpcService(SalMeterService.class),
            registry.getRpcService(FlowCapableTransactionService.class),
            registry.getRpcService(OpendaylightFlowStatisticsService.class),
            registry.getRpcService(SalExperimenterMpMessageService.class));
    }
}
