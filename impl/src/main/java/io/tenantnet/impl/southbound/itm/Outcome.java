/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import com.google.common.util.concurrent.FluentFuture;
import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.MoreExecutors;
import org.opendaylight.mdsal.common.api.CommitInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done with the outcome of writes: they are decided upon anew at the next look, so a failure is only told. */
final class Outcome {
    private static final Logger LOG = LoggerFactory.getLogger(Outcome.class);

    private Outcome() {
    }

    static void of(final FluentFuture<? extends CommitInfo> commit, final String failureText) {
        commit.addCallback(new FutureCallback<CommitInfo>() {
            @Override
            public void onSuccess(final CommitInfo result) {
                LOG.trace("Committed");
            }

            @Override
            public void onFailure(final Throwable failure) {
                LOG.warn("{}, which is tried again: {}", failureText, failure.getMessage());
            }
        }, MoreExecutors.directExecutor());
    }
}
