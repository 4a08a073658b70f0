/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.SettableFuture;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.AddFlowInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.AddFlowOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.RemoveFlowInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.RemoveFlowOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.RemoveFlowOutputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.SalFlowService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.UpdateFlowInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.UpdateFlowOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.service.rev130819.UpdateFlowOutputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.transaction.rev150304.FlowCapableTransactionService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.transaction.rev150304.SendBarrierInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.transaction.rev150304.SendBarrierOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.transaction.rev150304.SendBarrierOutputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.FlowCookie;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.Nodes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.Node;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.NodeKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.service.rev130918.AddMeterInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.service.rev130918.AddMeterOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.service.rev130918.AddMeterOutputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.service.rev130918.RemoveMeterInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.service.rev130918.RemoveMeterOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.service.rev130918.RemoveMeterOutputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.service.rev130918.SalMeterService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.service.rev130918.UpdateMeterInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.service.rev130918.UpdateMeterOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.Meter;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.opendaylight.yangtools.yang.common.RpcError;
import org.opendaylight.yangtools.yang.common.RpcResult;
import org.opendaylight.yangtools.yang.common.RpcResultBuilder;

/** OpenFlowPlugin with one switch, which answers when it is told to. */
final class FakeSwitch implements SalFlowService, SalMeterService, FlowCapableTransactionService {
    static final NodeRef NODE = new NodeRef(InstanceIdentifier.create(Nodes.class)
        .child(Node.class, new NodeKey(new NodeId("openflow:42"))));

    /** What came, in order: the cookies of added flows, those of removed ones negated, meters' ids likewise, 0 for a barrier. */
    final List<Long> received = new ArrayList<>();
    /** The cookies that the switch refuses. */
    final Set<Long> refused = new HashSet<>();
    /** How many requests may be without an answer. */
    int quota = Integer.MAX_VALUE;
    boolean connected = true;
    /** Whether OpenFlowPlugin has no connection to send anything over. */
    boolean gone;

    private final Queue<Runnable> unanswered = new ArrayDeque<>();

    /** Answers all up to and with the first barrier, as OpenFlowPlugin does when the barrier's answer arrives. */
    void answerBarrier() {
        Runnable answer;
        do {
            answer = unanswered.remove();
            answer.run();
        } while (!(answer instanceof BarrierAnswer));
    }

    void answerAll() {
        while (!unanswered.isEmpty()) {
            unanswered.remove().run();
        }
    }

    void answerNothing() {
        unanswered.clear();
    }

    int requestsUnanswered() {
        return unanswered.size();
    }

    @Override
    public ListenableFuture<RpcResult<AddFlowOutput>> addFlow(final AddFlowInput input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ListenableFuture<RpcResult<RemoveFlowOutput>> removeFlow(final RemoveFlowInput input) {
        return take(-id(input.getCookie()), id(input.getCookie()), new RemoveFlowOutputBuilder().build());
    }

    @Override
    public ListenableFuture<RpcResult<UpdateFlowOutput>> updateFlow(final UpdateFlowInput input) {
        final long cookie = id(input.getUpdatedFlow().getCookie());
        return take(cookie, cookie, new UpdateFlowOutputBuilder().build());
    }

    @Override
    public ListenableFuture<RpcResult<AddMeterOutput>> addMeter(final AddMeterInput input) {
        return take(id(input), id(input), new AddMeterOutputBuilder().build());
    }

    @Override
    public ListenableFuture<RpcResult<RemoveMeterOutput>> removeMeter(final RemoveMeterInput input) {
        return take(-id(input), -id(input), new RemoveMeterOutputBuilder().build());
    }

    @Override
    public ListenableFuture<RpcResult<UpdateMeterOutput>> updateMeter(final UpdateMeterInput input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ListenableFuture<RpcResult<SendBarrierOutput>> sendBarrier(final SendBarrierInput input) {
        checkNotGone();
        final SettableFuture<RpcResult<SendBarrierOutput>> answer = SettableFuture.create();
        received.add(0L);
        unanswered.add((BarrierAnswer) () -> answer.set(result(0, new SendBarrierOutputBuilder().build())));
        return answer;
    }

    private <T> ListenableFuture<RpcResult<T>> take(final long entry, final long cookie, final T output) {
        checkNotGone();
        if (unanswered.size() >= quota) {
            return Futures.immediateFuture(RpcResultBuilder.<T>failed()
                .withError(RpcError.ErrorType.APPLICATION, "", "Request quota exceeded").build());
        }
        final SettableFuture<RpcResult<T>> answer = SettableFuture.create();
        received.add(entry);
        unanswered.add(() -> answer.set(result(cookie, output)));
        return answer;
    }

    private void checkNotGone() {
        if (gone) {
            throw new IllegalStateException("no connection");
        }
    }

    private <T> RpcResult<T> result(final long cookie, final T output) {
        if (!connected) {
            return RpcResultBuilder.<T>failed().build();
        }
        return refused.contains(cookie) ? RpcResultBuilder.<T>failed()
            .withError(RpcError.ErrorType.APPLICATION, "Device reported error type X code Y").build()
            : RpcResultBuilder.success(output).build();
    }

    private static long id(final FlowCookie cookie) {
        return cookie.getValue().longValue();
    }

    private static long id(final Meter meter) {
        return meter.getMeterId().getValue().longValue();
    }

    private interface BarrierAnswer extends Runnable {
    }
}
