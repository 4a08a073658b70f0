/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Meter;
import io.tenantnet.impl.flow.Stamp;
import java.util.Optional;

/** One step from what a switch holds to what it is to hold. */
public sealed interface SwitchChange {
    /** Table and cookie of the flow that is concerned; none where it is a meter, and with it whatever names it. */
    default Optional<Stamp> flowStamp() {
        return Optional.empty();
    }

    /**
     * Adds a flow; one with the same table, priority and match is replaced at once.
     *
     * @param flow the flow
     */
    record Put(Flow flow) implements SwitchChange {
        @Override
        public Optional<Stamp> flowStamp() {
            return Optional.of(flow.stamp());
        }
    }

    /**
     * Removes a flow that this controller added. A flow that has replaced it meanwhile, having another cookie, stays.
     *
     * @param flow the flow
     */
    record Remove(Flow flow) implements SwitchChange {
        @Override
        public Optional<Stamp> flowStamp() {
            return Optional.of(flow.stamp());
        }
    }

    /**
     * Removes a flow of which only what was read back is known.
     *
     * @param flow the flow
     */
    record RemoveStray(Stamp flow) implements SwitchChange {
        @Override
        public Optional<Stamp> flowStamp() {
            return Optional.of(flow);
        }
    }

    /**
     * Makes a meter. One that has its id is removed before, and with it all flows that name it: OpenFlowPlugin 0.10 sends
     * a change of a meter as an addition, which no switch takes.
     *
     * @param meter the meter
     */
    record PutMeter(Meter meter) implements SwitchChange {
    }

    /**
     * Removes a meter, and with it all flows that name it (OpenFlow 1.3.5 section 6.4).
     *
     * @param id the meter's id
     */
    record RemoveMeter(int id) implements SwitchChange {
        @Override
        public String toString() {
            return "RemoveMeter[0x" + Integer.toHexString(id) + "]";
        }
    }
}
