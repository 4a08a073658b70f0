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
import io.tenantnet.impl.model.Uuids;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.common.api.CommitInfo;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.SegmentationAllocations;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.segmentation.allocations.SegmentationAllocation;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.segmentation.allocations.SegmentationAllocationBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.segmentation.allocations.SegmentationAllocationKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.SegmentationId;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.util.concurrent.FluentFutures;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives identifiers to networks that ask for none. An identifier is used only once it is stored, so that it is the same
 * after a restart. This is the only writer of the stored allocations.
 */
public final class SegmentationAllocator implements TenantListener {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentationAllocator.class);
    private static final InstanceIdentifier<SegmentationAllocations> ROOT =
        InstanceIdentifier.create(SegmentationAllocations.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final DataBroker broker;
    private final Executor serial;
    private final Tasks tasks;
    private final TenantListener next;

    private volatile Map<UUID, Integer> allocations;
    private TenantModel latest = TenantModel.EMPTY;
    private boolean writing;

    /**
     * Reads what has been given.
     *
     * @param broker where it is stored
     * @param tasks  where the work is done
     * @param next   takes each model with the identifiers added
     */
    public SegmentationAllocator(final DataBroker broker, final Tasks tasks, final TenantListener next) {
        this.broker = requireNonNull(broker);
        this.tasks = requireNonNull(tasks);
        serial = tasks.serial();
        this.next = requireNonNull(next);
        allocations = load();
    }

    /** The identifiers that networks have been given. */
    public Map<UUID, Integer> allocations() {
        return allocations;
    }

    /** Takes a new model, and passes it on with the identifiers that are stored; again when more have been stored. */
    @Override
    public void changed(final TenantModel tenant) {
        serial.execute(() -> {
            latest = tenant;
            proceed();
        });
    }

    private void proceed() {
        next.changed(latest.withAllocations(allocations));
        final var plan = AllocationPlan.of(latest, allocations);
        if (!plan.isEmpty() && !writing) {
            writing = true;
            store(plan);
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
                LOG.error("Segmentation ids could not be stored, which is tried again: {}", failure.getMessage());
                tasks.after(RETRY, () -> serial.execute(SegmentationAllocator.this::startOver));
            }
        }, serial);
    }

    private FluentFuture<? extends CommitInfo> commit(final AllocationPlan plan) {
        try {
            final var transaction = broker.newWriteOnlyTransaction();
            plan.returned().forEach(network -> transaction.delete(LogicalDatastoreType.CONFIGURATION, path(network)));
            plan.given().forEach((network, vni) -> transaction.mergeParentStructurePut(
                LogicalDatastoreType.CONFIGURATION, path(network), new SegmentationAllocationBuilder()
                    .withKey(key(network)).setSegmentationId(new SegmentationId(Uint32.valueOf(vni))).build()));
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
            final Map<UUID, Integer> loaded = new HashMap<>();
            transaction.read(LogicalDatastoreType.CONFIGURATION, ROOT).get()
                .flatMap(root -> Optional.ofNullable(root.getSegmentationAllocation())).stream()
                .flatMap(list -> list.stream())
                .forEach(entry -> Uuids.parse(entry.getNetworkId().getValue()).ifPresent(network ->
                    loaded.put(network, entry.getSegmentationId().getValue().intValue())));
            return Map.copyOf(loaded);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the segmentation ids were read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The segmentation ids cannot be read: " + e.getCause().getMessage(), e);
        }
    }

    private static InstanceIdentifier<SegmentationAllocation> path(final UUID network) {
        return ROOT.child(SegmentationAllocation.class, key(network));
    }

    private static SegmentationAllocationKey key(final UUID network) {
        return new SegmentationAllocationKey(new Uuid(network.toString()));
    }
}
