/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Carries out transactions on one host's Open_vSwitch database. */
@FunctionalInterface
interface Transactor {
    /**
     * Starts a transaction; does not wait for it.
     *
     * @return completes on any thread when the host has committed all operations; fails, with a message for an
     *         operator, when it committed none or when it is not known whether it did
     */
    CompletionStage<Void> commit(List<Op> operations);
}
