/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One OpenFlow connection to one switch, from when this controller became its master until it is lost. All methods may be
 * called from any thread and do not block; their futures complete on a thread of the channel's choice and fail when the
 * connection is lost.
 */
public interface SwitchChannel {
    /** Reads what of TenantNet's the switch holds: all of its flows, or the future fails. */
    CompletableFuture<SwitchContent> read();

    /** Counts the flows that carry TenantNet's cookies; costs far less than to read them. */
    CompletableFuture<Long> countFlows();

    /**
     * Sends changes, in their order, and confirms them with the switch.
     *
     * @param changes the changes, in any number
     * @return completes when the switch has confirmed them all, with those that it did not take
     */
    CompletableFuture<List<Refusal>> apply(List<SwitchChange> changes);
}
