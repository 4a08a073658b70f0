/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import static java.util.Objects.requireNonNull;

import com.google.common.util.concurrent.FluentFuture;
import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.MoreExecutors;
import io.tenantnet.impl.engine.EngineListener;
import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.engine.Tasks;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.resolve.Resolved;
import io.tenantnet.impl.state.Derivation;
import io.tenantnet.impl.state.State;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.common.api.CommitInfo;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.TenantNetworksStateBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the operational datastore up to date: only what changed is written, and not more often than readers can tell. */
public final class StatePublisher implements EngineListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StatePublisher.class);
    private static final Duration COALESCE = Duration.ofMillis(50);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final DataBroker broker;
    private final Executor serial;
    private final Tasks tasks;

    private Latest latest;
    private Derivation derivation = Derivation.EMPTY;
    private State published;
    private boolean scheduled;
    private boolean stale;
    private FluentFuture<? extends CommitInfo> lastCommit = CommitInfo.emptyFluentFuture();
    private boolean closed;

    /**
     * A publisher that begins with an empty state.
     *
     * @param broker where the state is written
     * @param tasks  where the work is done
     */
    public StatePublisher(final DataBroker broker, final Tasks tasks) {
        this.broker = requireNonNull(broker);
        this.tasks = requireNonNull(tasks);
        serial = tasks.serial();
    }

    @Override
    public void changed(final Model model, final Resolved resolved, final Map<String, SwitchReport> reports) {
        serial.execute(() -> {
            latest = new Latest(model, resolved, reports);
            stale = true;
            schedule(COALESCE);
        });
    }

    private void schedule(final Duration time) {
        if (!scheduled) {
            scheduled = true;
            tasks.after(time, () -> serial.execute(this::publish));
        }
    }

    private void publish() {
        stale = false;
        final State state;
        final FluentFuture<? extends CommitInfo> commit;
        try {
            derivation = derivation.next(latest.model(), latest.resolved(), latest.reports());
            state = derivation.state();
            commit = commit(state);
        } catch (RuntimeException e) {
            LOG.error("The operational state could not be told, which is tried again", e);
            tryAgain();
            return;
        }
        commit.addCallback(new FutureCallback<CommitInfo>() {
            @Override
            public void onSuccess(final CommitInfo result) {
                published = state;
                scheduled = false;
                if (stale) {
                    schedule(COALESCE);
                }
            }

            @Override
            public void onFailure(final Throwable failure) {
                LOG.error("The operational state could not be written, which is tried again: {}",
                    failure.getMessage());
                tryAgain();
            }
        }, serial);
    }

    private void tryAgain() {
        // What is stored is not known now.
        published = null;
        scheduled = false;
        schedule(RETRY);
    }

    private synchronized FluentFuture<? extends CommitInfo> commit(final State state) {
        if (closed) {
            return CommitInfo.emptyFluentFuture();
        }
        final var transaction = broker.newWriteOnlyTransaction();
        if (published == null) {
            transaction.put(LogicalDatastoreType.OPERATIONAL, StatePaths.ROOT, new TenantNetworksStateBuilder().build());
        }
        new StateDifference(transaction).write(published == null ? State.EMPTY : published, state);
        lastCommit = transaction.commit();
        return lastCommit;
    }

    /** Removes the state; nothing is written any more. */
    @Override
    public synchronized void close() {
        closed = true;
        // At the same time as a write that is under way, the removal would collide with it.
        lastCommit.addListener(this::remove, MoreExecutors.directExecutor());
    }

    private void remove() {
        try {
            final var transaction = broker.newWriteOnlyTransaction();
            transaction.delete(LogicalDatastoreType.OPERATIONAL, StatePaths.ROOT);
            Commits.logFailure(transaction.commit(), "The operational state could not be removed");
        } catch (RuntimeException e) {
            // Where all ends, the datastore may have ended before that write.
            LOG.info("The operational state could not be removed: {}", e.getMessage());
        }
    }

    private record Latest(Model model, Resolved resolved, Map<String, SwitchReport> reports) {
    }
}
