/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import static java.util.Objects.requireNonNull;

import com.google.common.util.concurrent.FluentFuture;
import com.google.common.util.concurrent.FutureCallback;
import io.tenantnet.impl.allocate.AllocationPlan;
import io.tenantnet.impl.engine.Tasks;
import io.tenantnet.impl.engine.TenantListener;
import io.tenantnet.impl.model.TenantModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.common.api.CommitInfo;
import org.opendaylight.yangtools.util.concurrent.FluentFutures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives numbers to objects that need one and are not told which. A number is used only once it is stored, so that it is
 * the same after a restart. This is the only writer of the stored numbers of its kind.
 */
public final class NumberAllocator implements TenantListener {
    private static final Logger LOG = LoggerFactory.getLogger(NumberAllocator.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final DataBroker broker;
    private final NumberKind kind;
    private final Executor serial;
    private final Tasks tasks;
    private final TenantListener next;

    private volatile Map<UUID, Integer> allocations;
    private TenantModel latest = TenantModel.EMPTY;
    private boolean writing;
    /** What there was nothing to do for. */
    private List<Object> settled = List.of();

    /**
     * Reads what has been given.
     *
     * @param kind   the kind of numbers
     * @param broker where it is stored
     * @param tasks  where the work is done
     * @param next   takes each model with the numbers added
     */
    public NumberAllocator(final NumberKind kind, final DataBroker broker, final Tasks tasks,
            final TenantListener next) {
        this.kind = requireNonNull(kind);
        this.broker = requireNonNull(broker);
        this.tasks = requireNonNull(tasks);
        serial = tasks.serial();
        this.next = requireNonNull(next);
        allocations = load();
    }

    /** The numbers that objects have been given. */
    public Map<UUID, Integer> allocations() {
        return allocations;
    }

    /** Takes a new model, and passes it on with the numbers that are stored; again when more have been stored. */
    @Override
    public void changed(final TenantModel tenant) {
        serial.execute(() -> {
            latest = tenant;
            proceed();
        });
    }

    private void proceed() {
        next.changed(kind.addTo(latest, allocations));
        final var question = List.of(kind.basis(latest), allocations);
        if (!writing && !question.equals(settled)) {
            final var plan = kind.plan(latest, allocations);
            if (plan.isEmpty()) {
                settled = question;
            } else {
                writing = true;
                store(plan);
            }
        }
    }

    private void store(final AllocationPlan plan) {
        commit(plan).addCallback(new FutureCallback<CommitInfo>() {
            @Override
            public void onSuccess(final CommitInfo result) {
                writing = false;
                allocations = plan.applyTo(allocations);
                proceed();
            }

            @Override
            public void onFailure(final Throwable failure) {
                LOG.error("{} could not be stored, which is tried again: {}", kind.what(), failure.getMessage());
                tasks.after(RETRY, () -> serial.execute(NumberAllocator.this::startOver));
            }
        }, serial);
    }

    private FluentFuture<? extends CommitInfo> commit(final AllocationPlan plan) {
        try {
            final var transaction = broker.newWriteOnlyTransaction();
            plan.returned().forEach(object -> kind.delete(transaction, object));
            plan.given().forEach((object, number) -> kind.put(transaction, object, number));
            return transaction.commit();
        } catch (RuntimeException e) {
            return FluentFutures.immediateFailedFluentFuture(e);
        }
    }

    /** A commit that failed for us may have been carried out all the same: what is stored has to be read. */
    private void startOver() {
        try {
            allocations = load();
        } catch (RuntimeException e) {
            LOG.error("{}", e.getMessage());
            tasks.after(RETRY, () -> serial.execute(this::startOver));
            return;
        }
        writing = false;
        proceed();
    }

    private Map<UUID, Integer> load() {
        try (var transaction = broker.newReadOnlyTransaction()) {
            return kind.load(transaction);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + kind.what() + " were read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(kind.what() + " cannot be read: " + e.getCause().getMessage(), e);
        }
    }
}
