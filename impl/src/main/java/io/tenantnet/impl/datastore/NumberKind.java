/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import io.tenantnet.impl.allocate.AllocationPlan;
import io.tenantnet.impl.model.TenantModel;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.opendaylight.mdsal.binding.api.ReadTransaction;
import org.opendaylight.mdsal.binding.api.WriteTransaction;

/** A kind of numbers that objects are given: who needs one, and where they are stored. */
public interface NumberKind {
    /** The numbers in words, as the beginning of a sentence. */
    String what();

    /** Who is to be given a number, and who gives one back. */
    AllocationPlan plan(TenantModel tenant, Map<UUID, Integer> given);

    /** All of the model that a plan depends on. */
    Object basis(TenantModel tenant);

    /** The model with these numbers. */
    TenantModel addTo(TenantModel tenant, Map<UUID, Integer> given);

    /** Reads the stored numbers; waits for the datastore. */
    Map<UUID, Integer> load(ReadTransaction transaction) throws InterruptedException, ExecutionException;

    /** Stores a number. */
    void put(WriteTransaction transaction, UUID object, int number);

    /** Removes the number of an object. */
    void delete(WriteTransaction transaction, UUID object);
}
