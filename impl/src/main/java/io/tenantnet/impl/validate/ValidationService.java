/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.mdsal.binding.dom.codec.api.BindingNormalizedNodeSerializer;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.mdsal.dom.api.DOMDataBroker;
import org.opendaylight.mdsal.dom.api.DOMDataTreeCommitCohortRegistry;
import org.opendaylight.mdsal.dom.api.DOMDataTreeIdentifier;
import org.opendaylight.yangtools.concepts.ObjectRegistration;

/**
 * Validates every change of the tenant model, whoever makes it, when it is committed. A request that is refused gets
 * the HTTP status 400 (error tag invalid-value) where an object in it cannot be meant, and 409 (in-use) where it
 * conflicts with another object; nothing of it is applied. The rules are those of Neutron's API; docs/validation.md
 * lists them.
 *
 * <p>References to what does not exist are accepted, and checked when the other object arrives.
 */
public final class ValidationService implements AutoCloseable {
    private final DOMDataBroker broker;
    private final DOMDataTreeCommitCohortRegistry registry;
    private final TenantCohort cohort;

    private @Nullable ObjectRegistration<?> registration;

    /**
     * A service that does not validate before {@link #start()}.
     *
     * @param broker      the datastore
     * @param serializer  reads what it keeps
     * @param allocations the identifiers that networks have been given; asked for in the datastore's thread at every
     *                    change, so it must answer at once
     * @throws IllegalStateException if the datastore lets nobody validate
     */
    public ValidationService(final DOMDataBroker broker, final BindingNormalizedNodeSerializer serializer,
            final Supplier<Map<UUID, Integer>> allocations) {
        this.broker = requireNonNull(broker);
        registry = broker.getExtensions().getInstance(DOMDataTreeCommitCohortRegistry.class);
        if (registry == null) {
            throw new IllegalStateException("Requests cannot be validated: the datastore has no commit cohorts");
        }
        cohort = new TenantCohort(requireNonNull(serializer), requireNonNull(allocations));
    }

    /**
     * Reads what is stored and validates from then on.
     *
     * @throws IllegalStateException if the datastore cannot be read
     */
    public void start() {
        try (var transaction = broker.newReadOnlyTransaction()) {
            cohort.learn(transaction.read(LogicalDatastoreType.CONFIGURATION, Paths.ROOT).get().orElse(null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the tenant model was read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The tenant model cannot be read: " + e.getCause().getMessage(), e);
        }
        registration = registry.registerCommitCohort(
            new DOMDataTreeIdentifier(LogicalDatastoreType.CONFIGURATION, Paths.ROOT), cohort);
    }

    @Override
    public void close() {
        if (registration != null) {
            registration.close();
        }
    }
}
