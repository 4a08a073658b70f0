/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.store;

import com.google.common.base.Throwables;
import io.tenantnet.neutron.RequestException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opendaylight.mdsal.common.api.OptimisticLockFailedException;
import org.opendaylight.yangtools.yang.common.OperationFailedException;
import org.opendaylight.yangtools.yang.common.RpcError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the datastore, and says in HTTP's words what it says. */
final class Waiting {
    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);
    /** Longer than the datastore takes to give up by itself, which it does with a reason. */
    private static final long LIMIT_SECONDS = 60;

    private Waiting() {
    }

    /**
     * Waits for an answer.
     *
     * @throws OvertakenException if another change came first
     * @throws RequestException   if the change is refused, or the datastore fails
     */
    static <T> T until(final Future<? extends T> future) {
        try {
            return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (TimeoutException e) {
            throw RequestException.unavailable("The datastore has not answered for " + LIMIT_SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RequestException.unavailable("The controller is stopping");
        }
    }

    private static RuntimeException failure(final Throwable failure) {
        for (final var cause : Throwables.getCausalChain(failure)) {
            if (cause instanceof OptimisticLockFailedException) {
                return new OvertakenException();
            }
            if (cause instanceof OperationFailedException refusal) {
                for (final var error : refusal.getErrorList()) {
                    final var answer = answer(error);
                    if (answer != null) {
                        return answer;
                    }
                }
            }
        }
        LOG.warn("The datastore failed: {}", failure.getMessage());
        LOG.debug("In full", failure);
        return RequestException.unavailable("The datastore is not ready: " + failure.getMessage());
    }

    /** The tags with which the validation of the tenant model refuses; no failure of the datastore has them. */
    private static RequestException answer(final RpcError error) {
        return switch (String.valueOf(error.getTag())) {
            case "invalid-value" -> RequestException.bad(error.getMessage());
            case "in-use" -> RequestException.conflict(error.getMessage());
            default -> null;
        };
    }
}
