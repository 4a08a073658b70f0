/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.status;

import static java.util.Objects.requireNonNull;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yangtools.yang.binding.DataObject;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a part of the operational datastore as it should be: after a change only the difference is written, one
 * transaction after the other. Has one thread of its own, in which all of the work is done.
 */
final class Publisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final long COALESCE_MILLIS = 20;
    /** The pause after some work is so many times as long: with many ports, a fifth of a core at most is taken from others. */
    private static final long REST = 4;
    private static final long LONGEST_PAUSE_MILLIS = 1000;
    private static final long RETRY_MILLIS = 1000;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        final var made = new Thread(task, "tenantnet-neutron-state");
        made.setDaemon(true);
        return made;
    });
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final DataBroker broker;
    private final InstanceIdentifier<?> root;
    private final DataObject empty;
    private final Supplier<Map<InstanceIdentifier<?>, DataObject>> wanted;

    private volatile boolean started;
    private volatile long pauseMillis = COALESCE_MILLIS;
    /** What is stored; null where that is not known. */
    private @Nullable Map<InstanceIdentifier<?>, DataObject> stored;

    /**
     * Publishes nothing yet.
     *
     * @param broker where to
     * @param root   the top of the part that is published; nobody else writes there
     * @param empty  the top with nothing in it
     * @param wanted the entries that should be there, by place
     */
    Publisher(final DataBroker broker, final InstanceIdentifier<?> root, final DataObject empty,
            final Supplier<Map<InstanceIdentifier<?>, DataObject>> wanted) {
        this.broker = requireNonNull(broker);
        this.root = requireNonNull(root);
        this.empty = requireNonNull(empty);
        this.wanted = requireNonNull(wanted);
    }

    /** Begins, and returns when all is written for the first time: until then, changes are not looked at. */
    void start() {
        started = true;
        Futures.getUnchecked(thread.submit(this::publish));
    }

    /** What should be there may have changed. Returns at once. */
    void changed() {
        if (started) {
            schedule(pauseMillis);
        }
    }

    private void schedule(final long millis) {
        if (!thread.isShutdown() && scheduled.compareAndSet(false, true)) {
            thread.schedule(this::publish, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void publish() {
        scheduled.set(false);
        final long start = System.nanoTime();
        try {
            write(wanted.get());
        } catch (RuntimeException e) {
            LOG.error("What Neutron reads could not be made out", e);
        }
        pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, Math.max(COALESCE_MILLIS,
            REST * TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
    }

    private void write(final Map<InstanceIdentifier<?>, DataObject> now) {
        final var before = stored;
        if (now.equals(before)) {
            return;
        }
        final var transaction = broker.newWriteOnlyTransaction();
        if (before == null) {
            // A delete would not do: the datastore fails where something is deleted that is not there and then made.
            put(transaction, root, empty);
        } else {
            before.keySet().stream().filter(path -> !now.containsKey(path))
                .forEach(path -> transaction.delete(LogicalDatastoreType.OPERATIONAL, path));
        }
        now.forEach((path, entry) -> {
            if (before == null || !entry.equals(before.get(path))) {
                put(transaction, path, entry);
            }
        });
        commit(transaction, now);
    }

    private void commit(final WriteTransaction transaction, final Map<InstanceIdentifier<?>, DataObject> now) {
        try {
            Uninterruptibles.getUninterruptibly(transaction.commit());
            stored = now;
        } catch (ExecutionException e) {
            LOG.warn("What Neutron reads could not be written, which is tried again: {}", e.getCause().getMessage());
            stored = null;
            schedule(RETRY_MILLIS);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends DataObject> void put(final WriteTransaction transaction, final InstanceIdentifier<?> path,
            final DataObject entry) {
        // Entries are made together with their places.
        transaction.put(LogicalDatastoreType.OPERATIONAL, (InstanceIdentifier<T>) path, (T) entry);
    }

    /** Takes the published part away. */
    @Override
    public void close() {
        thread.shutdownNow();
        final var transaction = broker.newWriteOnlyTransaction();
        transaction.delete(LogicalDatastoreType.OPERATIONAL, root);
        transaction.commit();
    }
}
