/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.bench;

import io.tenantnet.impl.engine.SwitchChange;
import io.tenantnet.impl.engine.SwitchChannel;
import io.tenantnet.impl.flow.Flow;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * TenantNet's own way: flow requests and few barriers.
 *
 * @param channel the switch
 * @param flows   makes the flows
 */
record ChannelPath(SwitchChannel channel, IntFunction<Flow> flows) implements WritePath {
    @Override
    public Future<?> add(final int count) {
        return apply(count, SwitchChange.Put::new);
    }

    @Override
    public Future<?> remove(final int count) {
        return apply(count, SwitchChange.Remove::new);
    }

    private CompletableFuture<Void> apply(final int count, final Function<Flow, SwitchChange> change) {
        return channel.apply(IntStream.range(0, count).mapToObj(flows).map(change).toList())
            .thenAccept(refusals -> {
                if (!refusals.isEmpty()) {
                    throw new IllegalStateException(refusals.size() + " refused: " + refusals.get(0).reason());
                }
            });
    }
}
