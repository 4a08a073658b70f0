/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static java.util.Objects.requireNonNull;

import com.google.common.util.concurrent.MoreExecutors;
import io.tenantnet.impl.engine.SwitchChange;
import io.tenantnet.impl.engine.Refusal;
import io.tenantnet.impl.engine.SwitchChannel;
import io.tenantnet.impl.engine.SwitchContent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;

/** A connection of one switch to OpenFlowPlugin. A connection that was lost stays lost; the next one has its own channel. */
final class OpenFlowChannel implements SwitchChannel {
    /** Far longer than all flows of a switch or a batch take. */
    private static final Patience PATIENCE = Patience.of(Duration.ofSeconds(30));

    private final Set<CompletableFuture<?>> pending = ConcurrentHashMap.newKeySet();
    private final FlowWriter writer;
    private final FlowReader flows;
    private final MeterReader meters;
    private volatile boolean lost;

    /**
     * A channel.
     *
     * @param node     the switch, which OpenFlowPlugin has just said to be connected
     * @param rpcs     OpenFlowPlugin's services
     * @param executor where to work
     */
    OpenFlowChannel(final NodeRef node, final OpenFlowRpcs rpcs, final Executor executor) {
        requireNonNull(executor);
        writer = new FlowWriter(rpcs, new FlowMessages(node), MoreExecutors.newSequentialExecutor(executor),
            PATIENCE);
        flows = new FlowReader(rpcs, node, executor, PATIENCE);
        meters = new MeterReader(rpcs, node, PATIENCE);
    }

    @Override
    public CompletableFuture<SwitchContent> read() {
        return untilLost(() -> flows.read().thenCombine(meters.read(), SwitchContent::new));
    }

    @Override
    public CompletableFuture<Long> countFlows() {
        return untilLost(flows::count);
    }

    @Override
    public CompletableFuture<List<Refusal>> apply(final List<SwitchChange> changes) {
        return untilLost(() -> writer.write(changes));
    }

    /** Fails all that is under way and all that comes. */
    void lose() {
        lost = true;
        pending.forEach(OpenFlowChannel::fail);
    }

    private <T> CompletableFuture<T> untilLost(final Supplier<CompletableFuture<T>> work) {
        if (lost) {
            return CompletableFuture.failedFuture(connectionLost());
        }
        final var future = work.get();
        pending.add(future);
        future.whenComplete((result, failure) -> pending.remove(future));
        if (lost) {
            fail(future);
        }
        return future;
    }

    private static void fail(final CompletableFuture<?> future) {
        future.completeExceptionally(connectionLost());
    }

    private static SwitchException connectionLost() {
        return new SwitchException("The connection to the switch was lost");
    }
}
