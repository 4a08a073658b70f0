/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.flow.Flow;

/** One step from what a switch holds to what it is to hold. */
public sealed interface FlowChange {
    /**
     * Adds a flow; one with the same table, priority and match is replaced at once.
     *
     * @param flow the flow
     */
    record Put(Flow flow) implements FlowChange {
    }

    /**
     * Removes a flow that this controller added. A flow that has replaced it meanwhile, having another cookie, stays.
     *
     * @param flow the flow
     */
    record Remove(Flow flow) implements FlowChange {
    }

    /**
     * Removes a flow of which only what was read back is known.
     *
     * @param flow the flow
     */
    record RemoveStray(InstalledFlow flow) implements FlowChange {
    }
}
