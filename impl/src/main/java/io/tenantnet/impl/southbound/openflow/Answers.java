/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.opendaylight.yangtools.yang.common.RpcError;
import org.opendaylight.yangtools.yang.common.RpcResult;

/** What became of requests. */
final class Answers {
    private Answers() {
    }

    /** Why a request that is done did not succeed; empty if it did. */
    static Optional<String> problem(final ListenableFuture<? extends RpcResult<?>> answer) {
        try {
            final var result = Futures.getDone(answer);
            return result.isSuccessful() ? Optional.empty() : Optional.of(problem(result));
        } catch (ExecutionException e) {
            return Optional.of(e.getCause().toString());
        } catch (CancellationException e) {
            return Optional.of(e.toString());
        }
    }

    /** The value of a request's answer; a failure of any kind fails the future. */
    static <T> CompletableFuture<T> value(final ListenableFuture<RpcResult<T>> answer) {
        final var value = new CompletableFuture<T>();
        Futures.addCallback(answer, new FutureCallback<>() {
            @Override
            public void onSuccess(final RpcResult<T> result) {
                if (result.isSuccessful()) {
                    value.complete(result.getResult());
                } else {
                    value.completeExceptionally(new SwitchException(problem(result)));
                }
            }

            @Override
            public void onFailure(final Throwable cause) {
                value.completeExceptionally(cause);
            }
        }, MoreExecutors.directExecutor());
        return value;
    }

    private static String problem(final RpcResult<?> result) {
        // OpenFlowPlugin leaves the list empty where it swallowed an exception.
        return result.getErrors().isEmpty() ? "OpenFlowPlugin gives no reason"
            : result.getErrors().stream().map(RpcError::getMessage).collect(Collectors.joining("; "));
    }
}
