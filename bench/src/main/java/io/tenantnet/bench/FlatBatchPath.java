/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.bench;

import com.google.common.util.concurrent.Futures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flat.batch.service.rev160321.ProcessFlatBatchInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flat.batch.service.rev160321.SalFlatBatchService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flat.batch.service.rev160321.process.flat.batch.input.BatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flat.batch.service.rev160321.process.flat.batch.input.BatchKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flat.batch.service.rev160321.process.flat.batch.input.batch.BatchChoice;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flat.batch.service.rev160321.process.flat.batch.input.batch.batch.choice.FlatBatchAddFlowCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flat.batch.service.rev160321.process.flat.batch.input.batch.batch.choice.FlatBatchRemoveFlowCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flat.batch.service.rev160321.process.flat.batch.input.batch.batch.choice.flat.batch.add.flow._case.FlatBatchAddFlow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flat.batch.service.rev160321.process.flat.batch.input.batch.batch.choice.flat.batch.add.flow._case.FlatBatchAddFlowBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flat.batch.service.rev160321.process.flat.batch.input.batch.batch.choice.flat.batch.remove.flow._case.FlatBatchRemoveFlow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flat.batch.service.rev160321.process.flat.batch.input.batch.batch.choice.flat.batch.remove.flow._case.FlatBatchRemoveFlowBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint8;

/**
 * OpenFlowPlugin's flat batch, as many flows in one as its request quota allows.
 *
 * @param service the service
 * @param node    the switch
 * @param flush   what to do when a batch is sent and before its answer is waited for
 */
record FlatBatchPath(SalFlatBatchService service, NodeRef node, Runnable flush) implements WritePath {
    private static final int BATCH = 16_000;

    @Override
    public Future<?> add(final int count) throws Exception {
        for (int first = 0; first < count; first += BATCH) {
            final List<FlatBatchAddFlow> flows = new ArrayList<>();
            for (int number = first; number < Math.min(first + BATCH, count); number++) {
                flows.add(new FlatBatchAddFlowBuilder()
                    .setBatchOrder(Uint16.valueOf(number - first)).setFlowId(new FlowId("bench" + number))
                    .setTableId(Uint8.valueOf(SampleFlows.TABLE)).setPriority(Uint16.valueOf(SampleFlows.PRIORITY))
                    .setCookie(SampleFlows.cookie(number)).setMatch(SampleFlows.match(number))
                    .setInstructions(SampleFlows.instructions(number)).build());
            }
            process(new FlatBatchAddFlowCaseBuilder().setFlatBatchAddFlow(flows).build());
        }
        return Futures.immediateFuture(null);
    }

    @Override
    public Future<?> remove(final int count) throws Exception {
        for (int first = 0; first < count; first += BATCH) {
            final List<FlatBatchRemoveFlow> flows = new ArrayList<>();
            for (int number = first; number < Math.min(first + BATCH, count); number++) {
                flows.add(new FlatBatchRemoveFlowBuilder()
                    .setBatchOrder(Uint16.valueOf(number - first)).setFlowId(new FlowId("bench" + number))
                    .setTableId(Uint8.valueOf(SampleFlows.TABLE)).setPriority(Uint16.valueOf(SampleFlows.PRIORITY))
                    .setCookie(SampleFlows.cookie(number)).setMatch(SampleFlows.match(number)).setStrict(true).build());
            }
            process(new FlatBatchRemoveFlowCaseBuilder().setFlatBatchRemoveFlow(flows).build());
        }
        return Futures.immediateFuture(null);
    }

    private void process(final BatchChoice choice) throws Exception {
        final var answer = service.processFlatBatch(new ProcessFlatBatchInputBuilder().setNode(node)
            .setExitOnFirstError(false).setBatch(List.of(new BatchBuilder().withKey(new BatchKey(Uint16.ZERO))
                .setBatchChoice(choice).build())).build());
        flush.run();
        final var result = answer.get();
        if (!result.isSuccessful()) {
            throw new IllegalStateException(result.getErrors().toString());
        }
    }
}
