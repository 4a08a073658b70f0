/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import com.google.common.util.concurrent.FluentFuture;
import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.MoreExecutors;
import org.opendaylight.mdsal.common.api.CommitInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done with the outcome of commits that nobody waits for. */
final class Commits {
    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);

    private Commits() {
    }

    /** Says in the log if a commit fails, and why. */
    static void logFailure(final FluentFuture<? extends CommitInfo> commit, final String what) {
        commit.addCallback(new FutureCallback<CommitInfo>() {
            @Override
            public void onSuccess(final CommitInfo result) {
                LOG.trace("Committed");
            }

            @Override
            public void onFailure(final Throwable failure) {
                LOG.error("{}: {}", what, failure.getMessage());
            }
        }, MoreExecutors.directExecutor());
    }
}
