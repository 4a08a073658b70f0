/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.store;

import static java.util.Objects.requireNonNull;

import io.tenantnet.neutron.RequestException;
import java.util.function.Function;
import org.opendaylight.mdsal.binding.api.DataBroker;

/** Neutron's objects in the config datastore. Usable from any thread. */
public final class ObjectStore {
    private static final int ATTEMPTS = 10;

    private final DataBroker broker;

    /**
     * A store in a datastore.
     *
     * @param broker the datastore
     */
    public ObjectStore(final DataBroker broker) {
        this.broker = requireNonNull(broker);
    }

    /**
     * Does some work in one transaction. When this returns, what the work changed is committed, so that no crash loses
     * it. The work is done again where another change of the same objects came between.
     *
     * @param <T>  what the work results in
     * @param work the work; it must have no effect but on the session
     * @return its result
     * @throws RequestException if the change is refused (4xx) or the datastore fails (503); nothing is changed in the
     *                          first case, and in the second it may be
     */
    public <T> T transact(final Function<Session, T> work) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            final var transaction = broker.newReadWriteTransaction();
            var submitted = false;
            try {
                final var session = new Session(transaction);
                final var result = work.apply(session);
                if (session.hasChanged()) {
                    submitted = true;
                    Waiting.until(transaction.commit());
                }
                return result;
            } catch (OvertakenException e) {
                // Once more, on what is stored now.
            } finally {
                if (!submitted) {
                    transaction.cancel();
                }
            }
        }
        throw RequestException.unavailable("Too many others change the same object");
    }
}
