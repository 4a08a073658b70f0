/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static java.util.Objects.requireNonNull;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import io.tenantnet.impl.engine.Refusal;
import io.tenantnet.impl.engine.SwitchChange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.opendaylight.yangtools.yang.common.RpcResult;

/**
 * Changes the flows and meters of one switch: many requests, then one barrier, whose answer tells that all before it are done and
 * which the switch refused. A barrier after each would be slower by a factor of ten.
 */
final class FlowWriter {
    /**
     * Two batches, so that one is being sent while the switch works on the other. What is under way is held in the heap until
     * the barrier is answered, by OpenFlowPlugin for the most part: batches of 8,000 for fifty switches at once filled it. And
     * OpenFlowPlugin refuses what goes beyond rpc-requests-quota, 20,000 unanswered requests of all users of a switch.
     */
    static final int BATCH = 1_000;
    private static final int BATCHES_UNDER_WAY = 2;

    private final Queue<Job> jobs = new ArrayDeque<>();
    private final OpenFlowRpcs rpcs;
    private final FlowMessages messages;
    private final MeterMessages meterMessages;
    private final Executor serial;
    private final Patience patience;
    private int underWay;

    /**
     * A writer for one switch.
     *
     * @param rpcs     sends the requests
     * @param messages makes the requests
     * @param serial   runs the writer's tasks one after the other, which also keeps the requests in order
     * @param patience how long to wait for the confirmation of a batch
     */
    FlowWriter(final OpenFlowRpcs rpcs, final FlowMessages messages, final Executor serial,
            final Patience patience) {
        this.rpcs = requireNonNull(rpcs);
        this.messages = requireNonNull(messages);
        meterMessages = new MeterMessages(messages.node());
        this.serial = requireNonNull(serial);
        this.patience = requireNonNull(patience);
    }

    /**
     * Sends changes after all that were given before. Nothing more of them is sent once the future is done, for whatever
     * reason. It fails if the switch does not confirm a batch.
     */
    CompletableFuture<List<Refusal>> write(final List<SwitchChange> changes) {
        final var job = new Job(List.copyOf(changes));
        serial.execute(() -> {
            jobs.add(job);
            sendMore();
        });
        return job.done;
    }

    private void sendMore() {
        while (underWay < BATCHES_UNDER_WAY && !jobs.isEmpty()) {
            final var job = jobs.element();
            if (job.isSent() || job.done.isDone()) {
                jobs.remove();
                job.completeIfConfirmed();
            } else {
                send(job, job.nextBatch());
            }
        }
    }

    private void send(final Job job, final List<SwitchChange> batch) {
        underWay++;
        final var answers = new ArrayList<ListenableFuture<? extends RpcResult<?>>>(batch.size() + 1);
        batch.forEach(change -> answers.add(attempt(() -> send(change))));
        answers.add(attempt(() -> rpcs.barriers().sendBarrier(messages.barrier())));
        final var answered = new CompletableFuture<Void>();
        Futures.whenAllComplete(answers).run(() -> answered.complete(null), MoreExecutors.directExecutor());
        patience.limited(answered).whenCompleteAsync((done, timeout) -> {
            underWay--;
            if (timeout == null) {
                take(job, batch, answers);
            } else {
                job.fail("no answer came in time");
            }
            sendMore();
        }, serial);
    }

    private static void take(final Job job, final List<SwitchChange> batch,
            final List<ListenableFuture<? extends RpcResult<?>>> answers) {
        for (int i = 0; i < batch.size(); i++) {
            final var change = batch.get(i);
            Answers.problem(answers.get(i)).ifPresent(reason -> job.refusals.add(new Refusal(change, reason)));
        }
        job.confirmed += batch.size();
        Answers.problem(answers.get(batch.size())).ifPresent(job::fail);
        job.completeIfConfirmed();
    }

    private ListenableFuture<? extends RpcResult<?>> send(final SwitchChange change) {
        if (change instanceof SwitchChange.Put put) {
            return rpcs.flows().updateFlow(messages.add(put.flow()));
        }
        if (change instanceof SwitchChange.Remove remove) {
            return rpcs.flows().removeFlow(messages.remove(remove.flow()));
        }
        if (change instanceof SwitchChange.RemoveStray stray) {
            return rpcs.flows().removeFlow(messages.removeStray(stray.flow()));
        }
        if (change instanceof SwitchChange.PutMeter put) {
            // Whatever this becomes, it shows in the other's answer.
            rpcs.meters().removeMeter(meterMessages.remove(put.meter().id()));
            return rpcs.meters().addMeter(meterMessages.add(put.meter()));
        }
        if (change instanceof SwitchChange.RemoveMeter remove) {
            return rpcs.meters().removeMeter(meterMessages.remove(remove.id()));
        }
        throw new IllegalArgumentException("Unknown change " + change);
    }

    /** One flow that can't be encoded, here or in OpenFlowPlugin, must not keep the others from the switch. */
    private static ListenableFuture<? extends RpcResult<?>> attempt(
            final Supplier<ListenableFuture<? extends RpcResult<?>>> request) {
        try {
            return requireNonNull(request.get(), "OpenFlowPlugin gives no answer");
        } catch (RuntimeException e) {
            return Futures.immediateFailedFuture(e);
        }
    }

    private static final class Job {
        private final CompletableFuture<List<Refusal>> done = new CompletableFuture<>();
        private final List<Refusal> refusals = new ArrayList<>();
        private final List<SwitchChange> changes;
        private int sent;
        private int confirmed;

        Job(final List<SwitchChange> changes) {
            this.changes = changes;
        }

        boolean isSent() {
            return sent == changes.size();
        }

        List<SwitchChange> nextBatch() {
            final var batch = changes.subList(sent, Math.min(sent + BATCH, changes.size()));
            sent += batch.size();
            return batch;
        }

        void fail(final String reason) {
            done.completeExceptionally(
                new SwitchException("The switch did not confirm a batch of flows: " + reason));
        }

        void completeIfConfirmed() {
            if (confirmed == changes.size()) {
                done.complete(List.copyOf(refusals));
            }
        }
    }
}
